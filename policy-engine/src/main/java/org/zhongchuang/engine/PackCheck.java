package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a pack against what a pack promises: nothing without a clause, no value without a basis, no figure of the
 * document without a rule, every criterion shown failing alone, every table without gap or overlap, every approved case
 * as expected, and no promise that a search can break.
 *
 * <p>What is found names what it is about; {@link Flaw#placed} looks up file, line and column.
 */
public final class PackCheck {

    /** Such as x.yaml, x.yml, X.YAML and x.yaml.txt. */
    private static final Pattern MEANT = Pattern.compile("(?i)[.]ya?ml([.][^/]*)?$");

    private PackCheck() {}

    /** What is wrong with the pack and what is worth a second look; empty when it is sound. */
    public static List<Flaw> problemsOf(PolicyPack pack) {
        var flaws = new Flaws();
        flaws.addAll(plainProblemsOf(pack));
        for (var rules : pack.rules().values()) {
            flaws.addAll(TableCheck.onEveryDay(rules, pack.document().effectiveFrom()));
            flaws.addAll(PromiseCheck.problemsOf(rules, pack.document().effectiveFrom()));
        }
        return flaws.all();
    }

    /** The same without the search for contradictions, for a start that must be quick; publishing a pack searches. */
    public static List<Flaw> plainProblemsOf(PolicyPack pack) {
        var flaws = checks(pack);
        flaws.addAll(CaseCheck.problemsOf(pack));
        return flaws.all();
    }

    /** What can be told while some programmes cannot be made ready to judge: all but cases and what is used. */
    static List<Flaw> besidesRules(PolicyPack pack) {
        return checks(pack).all();
    }

    private static Flaws checks(PolicyPack pack) {
        var flaws = new Flaws();
        new DocumentCheck(pack, flaws).check();
        new ParameterCheck(pack, flaws).check();
        new ListCheck(pack, flaws).check();
        new ProgrammeCheck(pack, flaws).check();
        new YearlyCheck(pack, flaws).check();
        new UseCheck(pack, flaws).check();
        new CallCheck(pack, flaws).check();
        new ShareCheck(pack, flaws).check();
        return flaws;
    }

    /**
     * Tables with gaps or overlaps on any day, shares of payment that pass the whole on any day and promises that do
     * not hold on that day: what a changed value may bring about.
     */
    public static List<Flaw> contradictionsOf(PolicyPack pack, LocalDate on) {
        var flaws = new Flaws();
        var shares = new Flaws();
        new ShareCheck(pack, shares).check();
        flaws.addAll(Flaw.grave(shares.all()));
        for (var rules : pack.rules().values()) {
            flaws.addAll(Flaw.grave(TableCheck.onEveryDay(rules, pack.document().effectiveFrom())));
            flaws.addAll(PromiseCheck.problemsOf(rules, on));
        }
        return flaws.all();
    }

    /** Whether a file was probably written for a pack: a YAML file, whatever its name ends with. */
    public static boolean isMeant(String file) {
        return MEANT.matcher(file).find();
    }

    /** Files that no pack has are not read, which is mostly a name that was mistyped. */
    public static List<Flaw> filesOf(Collection<String> files) {
        var known = Stream.of(FileKind.values()).map(FileKind::place).collect(Collectors.joining(", "));
        var flaws = new Flaws();
        files.stream()
                .filter(file -> FileKind.of(file).isEmpty())
                .sorted()
                .forEach(file -> flaws.warn(
                        Where.in(file),
                        "政策包里没有 %s 这样的文件，不会读它；有 %s；文件名以 .yaml 结尾",
                        "a pack has no file %s, so that it is not read; there are %s; names end with .yaml",
                        file,
                        known));
        return flaws.all();
    }

    /** A pack in a folder of another name is not found by its id. */
    public static List<Flaw> folderOf(String pack, String folder) {
        var flaws = new Flaws();
        if (!pack.equals(folder)) {
            flaws.warn(
                    Where.in("pack.yaml", "pack"),
                    "政策包叫 %s，文件夹却叫 %s；两者须一致",
                    "the pack is called %s, but its folder %s; give both one name",
                    pack,
                    folder);
        }
        return flaws.all();
    }
}
