/// Checks the map on every save, and with Map > Check Map, and lists what was found in the Issues
/// view; a double click on a line selects the object. `suna check` does the work; where `suna` is not
/// on the PATH, the interpreter of suna.local.tiled-project (`suna project --write`) is used.

const LOCAL = "suna.local.tiled-project";
const SHARED = "suna.tiled-project";

function readJson(path) {
    if (!File.exists(path)) return null;
    const file = new TextFile(path, TextFile.ReadOnly);
    const text = file.readAll();
    file.close();
    try { return JSON.parse(text); } catch (error) { return null; }
}

/// The folder of the project: that of the open one, else the nearest above the map.
/// (Before 1.10.1 Tiled does not tell scripts which project is open.)
function projectFolder(fileName) {
    if (tiled.projectFilePath) return FileInfo.path(tiled.projectFilePath);
    let folder = FileInfo.path(fileName);
    for (let i = 0; i < 12; i++) {
        if (File.exists(folder + "/" + LOCAL) || File.exists(folder + "/" + SHARED)) return folder;
        const above = FileInfo.path(folder);
        if (!above || above === folder) break;
        folder = above;
    }
    return FileInfo.path(fileName);
}

/// Program, leading arguments and folder: as the F6 command of the project says.
function program(fileName) {
    const folder = projectFolder(fileName);
    const open = tiled.projectFilePath ? FileInfo.fileName(tiled.projectFilePath) : SHARED;
    for (const name of [LOCAL, open, SHARED]) {
        const data = readJson(folder + "/" + name);
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
/// touching it then ends Tiled. Returns whether there was something to show.
export function select(fileName, id, cell) {
    const map = tiled.open(fileName);
    if (!map || !map.isTileMap) return false;
    const object = id ? findObject(map, id) : null;
    if (object) map.selectedObjects = [object];
    const view = tiled.mapEditor && tiled.mapEditor.currentMapView;
    if (view && object) view.centerOn(object.x, object.y);
    else if (view && cell)
        view.centerOn((cell[0] + 0.5) * map.tileWidth, (cell[1] + 0.5) * map.tileHeight);
    return Boolean(object || cell);
}

/// Checks a map as it lies on disk and lists the findings; returns them, or null if the check
/// could not run.
export function check(asset) {
    if (!asset || !asset.isTileMap || !asset.fileName) return null;
    const fileName = asset.fileName;
    const { name, before, folder } = program(fileName);
    const process = new Process();
    process.workingDirectory = folder;
    const code = process.exec(name, [...before, "check", "--json", fileName], false);
    const text = process.readStdOut();
    const complaint = process.readStdErr();
    process.close();
    let findings = null;
    try { findings = JSON.parse(text); } catch (error) { findings = null; }
    if (code < 0 || !findings) {
        tiled.warn("The map check could not run: " + (complaint || name) +
                   " (suna project --write makes a project that finds it)", () => {});
        return null;
    }
    for (const each of findings) {
        const what = FileInfo.fileName(each.file) + ":" + each.line + ": " +
            (each.object ? "object " + each.object + ": " : "") + each.message + ". " + each.hint;
        const go = () => select(fileName, each.object, each.cell);
        if (each.severity === "error") tiled.error(what, go);
        else if (each.severity === "warning") tiled.warn(what, go);
        else tiled.log(what);
    }
    return findings;
}

tiled.assetSaved.connect(check);

const action = tiled.registerAction("SunaCheckMap", () => {
    const findings = check(tiled.activeAsset);
    if (findings && findings.length === 0) tiled.log("The map is sound.");
});
action.text = "Check Map";
// where Tiled runs without its window there is no menu to add to
try { tiled.extendMenu("Map", [{ action: "SunaCheckMap", before: "MapProperties" }]); } catch (e) { }
