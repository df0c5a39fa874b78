import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useRef } from "react";
import { ArrowDownIcon, FolderIcon, SaveIcon } from "../icons.js";
import { texts } from "../texts.js";
import { chosen, emptyWorkbook, SAMPLES, type Source } from "./sources.js";

interface FileMenuProps {
  readonly onOpen: (source: Source) => void;
  readonly onSave: () => void;
}

/** Opens a file, a sample or an empty workbook, and saves a copy of the one that is open. */
export function FileMenu({ onOpen, onSave }: FileMenuProps) {
  const input = useRef<HTMLInputElement>(null);
  const words = texts.file;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<FolderIcon />}>
            {words.menu}&nbsp;<ArrowDownIcon />
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => input.current?.click()}>{words.open}</MenuItem>
            <MenuItem secondaryContent="Ctrl+S" onClick={onSave}>{words.save}</MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => onOpen(emptyWorkbook())}>{words.empty}</MenuItem>
            {SAMPLES.map(({ label, source }) => <MenuItem key={label} onClick={() => onOpen(source)}>{label}</MenuItem>)}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button appearance="subtle" size="small" icon={<SaveIcon />} onClick={onSave}>{words.save}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm"
        aria-label={words.open}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // So that the same file can be chosen again.
          event.target.value = "";
          if (file !== undefined) onOpen(chosen(file));
        }}
      />
    </>
  );
}
