import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

type WordFile = Record<string, Record<string, string>>;

/** The word files of the given folders; a file may be named itself too. */
function wordFiles(places: string[]): string[] {
    return places.flatMap((place) =>
        place.endsWith(".json")
            ? [place]
            : readdirSync(place)
                  .filter((file) => file.endsWith(".json"))
                  .sort()
                  .map((file) => join(place, file)),
    );
}

/** Reads words/*.json into one flat table for one language. A key stands in one file, as in the program. */
export function readWords(places: string[], language: string): Record<string, string> {
    const table: Record<string, string> = {};
    for (const file of wordFiles(places)) {
        const entries = JSON.parse(readFileSync(file, "utf8")) as WordFile;
        for (const [key, texts] of Object.entries(entries)) {
            const text = texts[language];
            if (text === undefined) continue;
            if (table[key] !== undefined) throw new Error(`${key} stands in two places of words/: ${file}`);
            table[key] = text;
        }
    }
    return table;
}

/** Serves `virtual:words/zh` and `virtual:words/en`, so that a person loads one language, not both. */
export function words(folders: string[]): Plugin {
    const prefix = "virtual:words/";
    return {
        name: "forecourt-words",
        resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
        load(id) {
            if (!id.startsWith(`\0${prefix}`)) return undefined;
            const language = id.slice(prefix.length + 1);
            for (const file of wordFiles(folders)) this.addWatchFile(file);
            return `export default JSON.parse(${JSON.stringify(JSON.stringify(readWords(folders, language)))})`;
        },
        configureServer(server) {
            server.watcher.add(folders);
            server.watcher.on("change", (file) => {
                if (!folders.some((folder) => file.startsWith(folder))) return;
                for (const [id, node] of server.moduleGraph.idToModuleMap)
                    if (id.startsWith(`\0${prefix}`)) server.moduleGraph.invalidateModule(node);
                server.ws.send({ type: "full-reload" });
            });
        },
    };
}
