/** What the host tells of itself: Office.context comes from it. */
export interface HostDescription {
  /** Requirement sets by name, each with the highest version supported; the client refuses what is newer. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Excel's own language: "sv-SE", "en-US". */
  readonly displayLanguage: string;
}

/** The add-in as this host knows it. */
export interface AddInIdentity {
  readonly id: string;
  readonly conversationId: string;
}

const VERSION = "16.0.19201.20000";

/** The answer to `ContextActivationManager_getAppContextAsync`, with which Office.onReady resolves. Of the theme Excel on the web tells nothing. */
export function appContext({ requirementSets, displayLanguage }: HostDescription, addIn: AddInIdentity): object {
  return {
    _id: addIn.id,
    _appInstanceId: addIn.id,
    _appName: 16,
    _appVersion: "16.0",
    _hostFullVersion: VERSION,
    _appUILocale: displayLanguage,
    _dataLocale: displayLanguage,
    _docUrl: "",
    _clientMode: 0,
    _settings: [],
    _reason: 0,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: addIn.conversationId,
    _requirementMatrix: JSON.stringify(requirementSets),
  };
}

/** The address of the pane with what the client looks for in it to find its host. */
export function framedAddress(page: string, { displayLanguage }: HostDescription, addIn: AddInIdentity, origin: string): string {
  const address = new URL(page, origin);
  address.searchParams.set("_host_Info", `Excel$Web$16.01$${displayLanguage}$${addIn.conversationId}$$$0`);
  address.hash = `&_xdm_Info=${addIn.conversationId}|${addIn.id}|${origin}/`;
  return address.href;
}
