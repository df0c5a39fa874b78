import { Button } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";

interface FileButtonProps {
  /** What the file is, for who looks for the field. */
  readonly name: string;
  /** File name endings, as the browser takes them. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly appearance?: "primary";
  readonly size?: "small";
  readonly onPick: (file: File) => void;
  readonly children: ReactNode;
}

/** A button that lets one file be picked. The browser's own field speaks the browser's language, so it is kept out of sight. */
export function FileButton({ name, accept, isBusy, onPick, children, ...look }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} disabledFocusable={isBusy} onClick={() => field.current?.click()}>
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={name}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onPick(file);
          // The same file may be picked again, after it has been corrected.
          target.value = "";
        }}
      />
    </>
  );
}
