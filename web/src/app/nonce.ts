/** The nonce of this page load; empty where no policy is sent (development). */
export function pageNonce(): string {
    const value = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
    return value.startsWith("__") ? "" : value;
}

/**
 * Gives every style element a script of ours makes the page's nonce. antd passes it on for its themes but not
 * for the small sheets of its dialogs (the lock of the page's scroll), which the policy would then refuse.
 */
export function giveStylesTheNonce(): void {
    const nonce = pageNonce();
    if (!nonce) return;
    const create = document.createElement.bind(document);
    document.createElement = ((name: string, options?: ElementCreationOptions) => {
        const element = create(name, options);
        if (element instanceof HTMLStyleElement) element.nonce = nonce;
        return element;
    }) as typeof document.createElement;
}
