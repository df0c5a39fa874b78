/** Where the command line writes, and the day it is run: parameters, so that a test can see and decide both. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Shows what is being done, on one line that is written over; undefined when nobody is watching. */
  readonly progress: ((text: string) => void) | undefined;
  /** Serial number. */
  readonly today: number;
}
