export { createPaneRequests, type PaneRequest, type PaneRequests } from "../commands/paneRequests.js";
