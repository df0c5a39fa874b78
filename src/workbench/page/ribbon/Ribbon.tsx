import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Spinner, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowDownIcon } from "../icons.js";
import { texts } from "../texts.js";
import type { RibbonButton, RibbonMenu, RibbonTab } from "./manifestRibbon.js";

const useStyles = makeStyles({
  ribbon: { display: "flex", overflowX: "auto", padding: "4px 8px 2px", backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  group: { display: "flex", flexDirection: "column", alignItems: "center", flexShrink: 0, padding: "0 8px", borderRight: `1px solid ${tokens.colorNeutralStroke2}`, ":last-child": { borderRight: "none" } },
  controls: { display: "flex", gap: "4px" },
  control: { flexDirection: "column", gap: "3px", minWidth: "64px", padding: "4px 6px", fontWeight: tokens.fontWeightRegular, fontSize: "12px", lineHeight: "15px" },
  iconPlace: { width: "28px", height: "28px", margin: 0, display: "grid", placeItems: "center" },
  icon: { width: "28px", height: "28px", display: "block" },
  itemIcon: { width: "20px", height: "20px", display: "block" },
  label: { fontSize: "11px", color: tokens.colorNeutralForeground2, paddingTop: "2px" },
  menuLabel: { display: "inline-flex", alignItems: "center", gap: "4px" },
});

interface RibbonProps {
  readonly tab: RibbonTab;
  /** Controls whose command has not been completed, by id. */
  readonly working: ReadonlySet<string>;
  readonly onPress: (button: RibbonButton) => void;
}

/** The add-in's tab of the ribbon. */
export function Ribbon({ tab, working, onPress }: RibbonProps) {
  const styles = useStyles();
  return (
    <nav aria-label={`${texts.ribbon.label} ${tab.label}`} className={styles.ribbon} data-region="">
      {tab.groups.map((group) => (
        <div key={group.id} role="group" aria-label={group.label} className={styles.group}>
          <div className={styles.controls}>
            {group.controls.map((control) => (control.kind === "button" ? <PressButton key={control.id} button={control} isWorking={working.has(control.id)} onPress={onPress} /> : <PressMenu key={control.id} menu={control} working={working} onPress={onPress} />))}
          </div>
          <div className={styles.label} aria-hidden>{group.label}</div>
        </div>
      ))}
    </nav>
  );
}

function PressButton({ button, isWorking, onPress }: { readonly button: RibbonButton; readonly isWorking: boolean; readonly onPress: (button: RibbonButton) => void }) {
  const styles = useStyles();
  return (
    <Tooltip content={button.tip} relationship="description">
      <Button appearance="subtle" className={styles.control} icon={{ className: styles.iconPlace, children: <ControlIcon control={button} isWorking={isWorking} /> }} aria-busy={isWorking} disabledFocusable={isWorking} onClick={() => onPress(button)}>
        {button.label}
      </Button>
    </Tooltip>
  );
}

function PressMenu({ menu, working, onPress }: { readonly menu: RibbonMenu; readonly working: ReadonlySet<string>; readonly onPress: (button: RibbonButton) => void }) {
  const styles = useStyles();
  const isWorking = menu.items.some(({ id }) => working.has(id));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.control} icon={{ className: styles.iconPlace, children: <ControlIcon control={menu} isWorking={isWorking} /> }} title={menu.tip} aria-busy={isWorking} disabledFocusable={isWorking}>
          <span className={styles.menuLabel}>
            {menu.label}
            <ArrowDownIcon />
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {menu.items.map((item) => (
            <MenuItem key={item.id} icon={<ControlIcon control={item} isWorking={false} isSmall />} title={item.tip} onClick={() => onPress(item)}>
              {item.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The icon nearest in size, drawn from twice its size so that it is sharp on dense screens. */
function ControlIcon({ control, isWorking, isSmall = false }: { readonly control: RibbonButton | RibbonMenu; readonly isWorking: boolean; readonly isSmall?: boolean }) {
  const styles = useStyles();
  if (isWorking) return <Spinner size="tiny" aria-label={texts.ribbon.working(control.label)} />;
  return <img alt="" src={control.icons.get(isSmall ? 32 : 80)} className={isSmall ? styles.itemIcon : styles.icon} />;
}
