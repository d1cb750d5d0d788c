/** Copies where the page is, to be opened elsewhere; false where the browser does not let it. */
export async function copyPageLink(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    // No permission, or an app without a clipboard: the reader still has the address bar or the app's own menu.
    return false;
  }
}
