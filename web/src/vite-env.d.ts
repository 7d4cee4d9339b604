/// <reference types="vite/client" />
declare module "virtual:words/zh" {
    const words: Record<string, string>;
    export default words;
}
declare module "virtual:words/en" {
    const words: Record<string, string>;
    export default words;
}
declare module "virtual:gallery" {
    /** The kit's gallery with the mock; nothing in the program. */
    export const gallery: import("./app/module").WebModule[];
}
