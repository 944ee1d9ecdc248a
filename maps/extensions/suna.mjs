/// Checks the map on every save and lists what was found in the Issues view; a double click on a
/// line selects the object. `suna check` does the work; where `suna` is not on the PATH, the
/// interpreter of suna.local.tiled-project (`suna project --write`) is used.

function readJson(path) {
    if (!File.exists(path)) return null;
    const file = new TextFile(path, TextFile.ReadOnly);
    const text = file.readAll();
    file.close();
    try { return JSON.parse(text); } catch (error) { return null; }
}

/// Program, leading arguments and folder: as the F6 command of this project says.
function program() {
    const project = tiled.projectFilePath;
    const folder = project ? FileInfo.path(project) : "";
    for (const path of [folder + "/suna.local.tiled-project", project]) {
        const data = path ? readJson(path) : null;
        const command = data && (data.commands || []).find(each => each.shortcut === "F6");
        if (!command) continue;
        const before = command.arguments.split(" ");
        const place = before.indexOf("check");
        return {
            name: command.command,
            before: place < 0 ? [] : before.slice(0, place),
            folder: command.workingDirectory === "%projectpath" ? folder : command.workingDirectory,
        };
    }
    return { name: "suna", before: [], folder: folder };
}

function findObject(container, id) {
    for (const layer of container.layers) {
        if (layer.isGroupLayer) {
            const inside = findObject(layer, id);
            if (inside) return inside;
        } else if (layer.isObjectLayer) {
            const here = layer.objects.find(each => each.id === id);
            if (here) return here;
        }
    }
    return null;
}

/// The object is looked up when the line is clicked: one kept from before may be gone, and
/// touching it then ends Tiled.
function select(fileName, id, cell) {
    const map = tiled.open(fileName);
    if (!map || !map.isTileMap) return;
    const object = id ? findObject(map, id) : null;
    if (object) map.selectedObjects = [object];
    const view = tiled.mapEditor && tiled.mapEditor.currentMapView;
    if (!view) return;
    if (object) view.centerOn(object.x, object.y);
    else if (cell) view.centerOn((cell[0] + 0.5) * map.tileWidth, (cell[1] + 0.5) * map.tileHeight);
}

function check(asset) {
    if (!asset || !asset.isTileMap || !asset.fileName) return;
    const fileName = asset.fileName;
    const { name, before, folder } = program();
    const process = new Process();
    if (folder) process.workingDirectory = folder;
    const code = process.exec(name, [...before, "check", "--json", fileName], false);
    const text = process.readStdOut();
    const complaint = process.readStdErr();
    process.close();
    let findings = null;
    try { findings = JSON.parse(text); } catch (error) { findings = null; }
    if (code < 0 || !findings) {
        tiled.warn("The map check could not run: " + (complaint || name) +
                   " (suna project --write makes a project that finds it)", () => {});
        return;
    }
    for (const each of findings) {
        const what = FileInfo.fileName(each.file) + ":" + each.line + ": " +
            (each.object ? "object " + each.object + ": " : "") + each.message + ". " + each.hint;
        const go = () => select(fileName, each.object, each.cell);
        if (each.severity === "error") tiled.error(what, go);
        else if (each.severity === "warning") tiled.warn(what, go);
        else tiled.log(what);
    }
}

tiled.assetSaved.connect(check);
