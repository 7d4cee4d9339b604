const callOfWords = /\b(?:i18next\.|i18n\.)?t\(\s*(?:"([^"]+)"|'([^']+)')/g;
const conditional = /\bt\(\s*[^()"'`]+\?\s*"([^"]+)"\s*:\s*"([^"]+)"/g;
const template = /\bt\(\s*`([^`$]+)\$\{/g;
const navKey = /\bkey:\s*"(nav\.[^"]+)"/g;
const fieldLists = /\b(?:columns|facts)=\{\[([\s\S]*?)\]\}/g;

/** The words a source file asks for: whole keys, and the beginnings of keys made by templates. */
export function literalsIn(text: string): { keys: string[]; prefixes: string[] } {
    const source = text.replace(/\/\*[\s\S]*?\*\//g, "");
    const keys = new Set<string>();
    const prefixes = new Set<string>();
    for (const match of source.matchAll(callOfWords)) keys.add((match[1] ?? match[2])!);
    for (const match of source.matchAll(conditional)) for (const key of match.slice(1)) keys.add(key!);
    for (const match of source.matchAll(navKey)) keys.add(match[1]!);
    for (const match of source.matchAll(template)) prefixes.add(match[1]!);
    for (const match of source.matchAll(fieldLists)) {
        // Only bare names take their label from the words: those inside { } may bring an own title.
        let depth = 0;
        for (const part of match[1]!.matchAll(/[{}]|["'](\w+)["']/g)) {
            if (part[0] === "{") depth++;
            else if (part[0] === "}") depth--;
            else if (depth === 0) keys.add(`field.${part[1]}`);
        }
    }
    return { keys: [...keys].sort(), prefixes: [...prefixes].sort() };
}
