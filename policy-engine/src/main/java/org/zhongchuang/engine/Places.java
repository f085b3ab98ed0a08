package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Where in the files of a pack a thing stands. A file is gone through when something in it is asked for. */
final class Places {

    private final TreeMap<String, String> files;
    private final Map<String, Spot> roots = new HashMap<>();

    Places(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    Flaw of(Flaw flaw) {
        if (flaw.line() > 0) {
            return flaw;
        }
        var where = flaw.where();
        if (!where.file().endsWith("/")) {
            return files.containsKey(where.file()) ? placed(flaw, where.file(), root(where.file()), 0) : flaw;
        }
        if (where.path().isEmpty()) {
            return flaw;
        }
        var found = new ArrayList<Map.Entry<String, Spot>>();
        files.keySet().stream()
                .filter(file -> file.startsWith(where.file()))
                .forEach(file ->
                        root(file).called(where.path().getFirst()).forEach(spot -> found.add(Map.entry(file, spot))));
        if (found.isEmpty()) {
            return flaw;
        }
        var one = where.last() ? found.getLast() : found.getFirst();
        return placed(flaw, one.getKey(), one.getValue(), 1);
    }

    /** The place as far in as the way leads. */
    private static Flaw placed(Flaw flaw, String file, Spot from, int done) {
        var spot = from;
        var path = flaw.where().path();
        for (var name : path.subList(done, path.size())) {
            var next = spot.step(name, flaw.where().last());
            if (next == null) {
                break;
            }
            spot = next;
        }
        return new Flaw(
                new Where(file, path, flaw.where().last()), spot.line(), spot.column(), flaw.what(), flaw.warning());
    }

    private Spot root(String file) {
        return roots.computeIfAbsent(
                file, _ -> Spot.read(file, files.getOrDefault(file, "")).root());
    }
}
