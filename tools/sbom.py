#!/usr/bin/env python3
"""Lists what the program is made of, as CycloneDX 1.5.

usage: sbom.py PROGRAM OUT

Looks at what the built program really loads (ldd) and at the Debian packages these files come from, at the
npm packages that web/package-lock.json puts into the page, and at what tools/ takes out of pinned npm
packages.
The same program on the same system gives the same file, but for its serial number and time.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def loaded_files(program):
    """The shared libraries that the program loads when it starts."""
    return sorted(set(re.findall(r"(?:=> )?(/\S+) \(0x", output("ldd", program))))


def package_of(file):
    """The Debian package that a file belongs to; merged /usr has two names for it."""
    real = os.path.realpath(file)
    for name in (real, real.removeprefix("/usr"), file, "/usr" + file):
        found = subprocess.run(["dpkg-query", "-S", name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True)
        if found.returncode == 0:
            return found.stdout.split(": ")[0].split(",")[0]
    raise SystemExit(f"tools/sbom.py: no package has {file}")


def component(kind, name, version, purl, **more):
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl, **more}


def debian_components(program):
    for package in sorted({package_of(file) for file in loaded_files(program)}):
        name, version, source, architecture = output(
            "dpkg-query", "-W", "-f=${Package} ${Version} ${source:Package} ${Architecture}",
            package).split(" ")
        yield component("library", name, version, f"pkg:deb/debian/{name}@{version}?arch={architecture}",
                        properties=[{"name": "debian:source", "value": source}])


def npm_components(lock_file):
    """What the page may contain: everything but what only its build and its tests need."""
    with open(lock_file, encoding="utf-8") as file:
        packages = json.load(file)["packages"]
    for path, package in sorted(packages.items()):
        if not path or package.get("dev") or package.get("link"):
            continue
        name = path.rsplit("node_modules/", 1)[1]
        licences = [{"expression": package["license"]}] if isinstance(package.get("license"), str) else []
        yield component("library", name, package["version"],
                        f"pkg:npm/{name.replace('@', '%40')}@{package['version']}", licenses=licences)


def pinned_components():
    """What the build takes out of npm packages by their own scripts."""
    for tool in ("build_sqlite", "fetch_passwords"):
        with open(os.path.join(ROOT, "tools", tool), encoding="utf-8") as file:
            name, version = re.search(r'^package="(.+)@(.+)"$', file.read(), re.MULTILINE).groups()
        yield component("library", name, version, f"pkg:npm/{name.replace('@', '%40')}@{version}",
                        properties=[{"name": "forecourt:taken-by", "value": f"tools/{tool}"}])


def bill(program):
    version = output(program, "--version").strip()
    components = {}
    lock_file = os.path.join(ROOT, "web", "package-lock.json")
    for found in (*debian_components(program), *npm_components(lock_file), *pinned_components()):
        components.setdefault(found["bom-ref"], found)
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {"timestamp": now, "component": {"type": "application", "bom-ref": "forecourt",
                                                     "name": "forecourt", "version": version}},
        "components": list(components.values()),
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    made = bill(sys.argv[1])
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(made, out, indent=1)
        out.write("\n")
    print(f"{len(made['components'])} components in {sys.argv[2]}")
