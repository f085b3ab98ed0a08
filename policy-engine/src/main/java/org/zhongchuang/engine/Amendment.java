package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document that changes another one: from its first day on, that one is read with what this one says instead.
 *
 * <p>Its pack holds only the files that it changes. Such a file takes the place of the one of the same path in the pack
 * that it amends, or is added to it; of a part of the text, only the clauses and items that the amendment's file holds
 * are changed or added. A file that is named in {@code removes} is gone. The {@code pack.yaml} of the amendment goes
 * with the amended pack as {@code amendments/ID.yaml}, so that each edition names the documents that made it.
 *
 * @param pack the id of the amendment's own pack
 * @param amends the id of the pack that it amends
 * @param open by which rules cases are gone on with that were filed before
 * @param removes the paths of the files that are gone
 * @param demonstration whether it is invented and holds in a demonstration only
 */
public record Amendment(
        String pack, Document document, String amends, Open open, List<String> removes, boolean demonstration) {

    private static final String FOLDER = "amendments/";
    private static final String CLAUSES = "clauses/";

    public Amendment {
        removes = List.copyOf(removes);
    }

    /** By which rules a case is gone on with that was filed before the amendment's first day. */
    public enum Open {
        OLD("按申报日的规定办理", "by the rules of the day of filing"),
        NEW("改按新规定办理", "by the new rules"),
        BETTER("按对申请人更有利的规定办理", "by whichever rules are better for the applicant");

        private final Text label;

        Open(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * The files of a pack as they stand once this amendment holds.
     *
     * @param files the pack that it amends, by path, with earlier amendments already made
     * @param changes the files of the amendment, its own {@code pack.yaml} among them
     * @throws PackProblem if a file is to be removed that is not there
     */
    public Map<String, String> applied(Map<String, String> files, Map<String, String> changes) {
        var missing = removes.stream()
                .filter(path -> !files.containsKey(path))
                .map(path -> Flaw.of(
                        Where.in("pack.yaml", "amends", "removes", String.valueOf(removes.indexOf(path))),
                        Text.of("没有要删去的文件 " + path, "there is no file to remove: " + path)))
                .toList();
        if (!missing.isEmpty()) {
            throw new PackProblem(missing).placed(changes);
        }
        var after = new TreeMap<>(files);
        removes.forEach(after::remove);
        changes.forEach((path, text) -> after.merge(
                path, text, (old, changed) -> path.startsWith(CLAUSES) ? ChangedPart.of(path, old, changed) : changed));
        after.put("pack.yaml", files.getOrDefault("pack.yaml", ""));
        after.put(FOLDER + pack + ".yaml", changes.getOrDefault("pack.yaml", ""));
        return after;
    }

    /** The amendments that the files of an edition name, in the order in which they came to hold. */
    public static List<Amendment> in(Map<String, String> files) {
        var found = new ArrayList<Amendment>();
        files.forEach((path, text) -> {
            if (path.startsWith(FOLDER)) {
                PackReader.amendment(path, text).ifPresent(found::add);
            }
        });
        found.sort(ORDER);
        return found;
    }

    /** The order in which amendments come to hold: by their first day, then by the number of the document. */
    public static final java.util.Comparator<Amendment> ORDER = java.util.Comparator.comparing(
                    (Amendment one) -> one.document().effectiveFrom())
            .thenComparing(one -> one.document().number());
}
