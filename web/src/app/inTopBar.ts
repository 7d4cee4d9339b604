/** What hangs from the top bar stays with it while the page below is scrolled. */
export function inTopBar(trigger: HTMLElement): HTMLElement {
    return trigger.closest<HTMLElement>(".fc-top") ?? document.body;
}
