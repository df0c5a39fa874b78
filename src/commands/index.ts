// The page that Excel loads for ribbon buttons that run without the pane. There is no such button yet: the manifest's only one opens
// the pane. Office.js wants to be waited for on every page that loads it.
void Office.onReady();
