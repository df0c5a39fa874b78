import { useCallback, useEffect, useRef, useState } from "react";
import { openFile } from "../../user/openFile.js";
import type { UserSession } from "../../user/session.js";
import { texts } from "../texts.js";
import { localNow } from "./localNow.js";
import { emptyWorkbook, NotFetched, type Source } from "./sources.js";

/** The workbook on the page. */
export interface Opened {
  readonly session: UserSession;
  readonly fileName: string;
  /** Another number for each workbook that is opened, also when it is the same file anew. */
  readonly turn: number;
}

/** Why a file did not open; what was open is as it was. */
export interface Mishap {
  readonly title: string;
  readonly message: string;
}

export interface OpenWorkbook {
  readonly opened: Opened | undefined;
  readonly mishap: Mishap | undefined;
  readonly open: (source: Source) => Promise<void>;
  readonly forgetMishap: () => void;
}

/** Opens workbooks one after another; the last one asked for wins. */
export function useOpenWorkbook(first: Source): OpenWorkbook {
  const [opened, setOpened] = useState<Opened>();
  const [mishap, setMishap] = useState<Mishap>();
  const latest = useRef<Source>(undefined);
  const firstSource = useRef(first);

  const open = useCallback(async (source: Source) => {
    latest.current = source;
    setMishap(undefined);
    const found = await read(source);
    if (latest.current !== source) return;
    if ("session" in found) setOpened(found);
    else setMishap(found);
  }, []);

  useEffect(() => {
    void open(firstSource.current);
  }, [open]);

  useEffect(() => {
    if (mishap === undefined || opened !== undefined) return;
    // The first file did not open: what is said of it stands over an empty workbook.
    void read(emptyWorkbook()).then((empty) => setOpened((now) => now ?? ("session" in empty ? empty : undefined)));
  }, [mishap, opened]);

  return { opened, mishap, open, forgetMishap: () => setMishap(undefined) };
}

let turns = 0;

async function read(source: Source): Promise<Opened | Mishap> {
  try {
    const file = openFile(await source.read(), { now: localNow(new Date()) });
    if (file.kind === "refused") return file;
    turns += 1;
    return { session: file.session, fileName: source.name, turn: turns };
  } catch (cause) {
    if (!(cause instanceof NotFetched)) throw cause;
    return { title: texts.file.notFetchedTitle, message: cause.message };
  }
}
