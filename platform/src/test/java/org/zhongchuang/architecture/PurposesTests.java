package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** The program knows no city: no programme, fact, county, certificate or clause of a pack that ships, and no place. */
class PurposesTests {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** A clause as the first pack numbers it, by part and ordinal; articles are those of laws as well. */
    private static final Pattern CLAUSE = Pattern.compile("[一二三四五六七八九十]\\([一二三四五六七八九十]{1,3}\\)(-\\d)?");

    /** A release is never edited; what it says stands. */
    private static final Set<String> RELEASED = Set.of("V3__policy_registry.sql", "V12__award.sql");

    /** Words that a pack took for a fact and that people and records use as well. */
    private static final Set<String> OF_EVERYBODY = Set.of("registered_before", "resident_from", "resident_until");

    private static List<PolicyPack> packs() throws IOException {
        var packs = new ArrayList<PolicyPack>();
        for (var root : List.of(Path.of("../policies"), Path.of("../cities/yunting"))) {
            try (var folders = Files.list(root)) {
                for (var folder : folders.filter(one -> Files.exists(one.resolve("pack.yaml")))
                        .sorted()
                        .toList()) {
                    var texts = texts(folder);
                    if (PackReader.amendment(texts).isEmpty()) {
                        packs.add(PackReader.read(texts));
                    }
                }
            }
        }
        return packs;
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    /** What stands in a pack and nowhere else: its names as words, its ids in quotation marks. */
    private static Set<String> known(PolicyPack pack) {
        var known = new TreeSet<String>();
        known.add(pack.id());
        Stream.concat(
                        pack.areas().stream().map(Area::name),
                        Optional.ofNullable(pack.names().province()).stream())
                .map(Text::zh)
                .flatMap(name -> Stream.of(name, name.replaceFirst("[省市县区]$", "")))
                .filter(name -> name.length() > 1)
                .forEach(known::add);
        pack.areas().stream().map(area -> area.name().en().split(" ", -1)[0]).forEach(known::add);
        pack.areas().stream().map(Area::code).filter(code -> code.length() > 3).forEach(known::add);
        pack.names().kinds().values().stream().map(Text::zh).forEach(known::add);
        if (!pack.areas().isEmpty()) {
            known.add("\"" + pack.certificatePrefix());
        }
        Stream.concat(pack.programmes().keySet().stream(), facts(pack)).forEach(id -> {
            known.add("\"" + id + "\"");
            known.add("'" + id + "'");
        });
        return known;
    }

    /** Of facts only ids of several words: one word is anybody's. */
    private static Stream<String> facts(PolicyPack pack) {
        return pack.facts().values().stream()
                .map(Fact::id)
                .filter(id -> id.contains("_") && !OF_EVERYBODY.contains(id));
    }

    private static List<String> namedIn(Path root, Set<String> known) throws IOException {
        var named = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                var path = root.relativize(file).toString().replace('\\', '/');
                if (RELEASED.contains(path)) {
                    continue;
                }
                var text = Files.readString(file);
                known.stream().filter(text::contains).forEach(one -> named.add(path + " names " + one));
                var clause = CLAUSE.matcher(text);
                if (clause.find()) {
                    named.add(path + " names " + clause.group());
                }
            }
        }
        return named;
    }

    @Test
    void noCodeNoTemplateAndNoMigrationNamesWhatIsAPacks() throws IOException {
        var packs = packs();
        assertThat(packs).extracting(PolicyPack::id).contains("jiaxing-2015-90", "yunting-2018-7");
        for (var pack : packs) {
            for (var root : List.of(CODE, TEMPLATES, MIGRATIONS)) {
                assertThat(namedIn(root, known(pack))).as(pack.id()).isEmpty();
            }
        }
    }

    @Test
    void whatNamesACityIsFoundWhereverItStands(@TempDir Path folder) throws IOException {
        var known = known(packs().stream()
                .filter(one -> one.id().equals("jiaxing-2015-90"))
                .findFirst()
                .orElseThrow());
        Files.writeString(folder.resolve("Match.java"), "var id = \"award-match\"; // 嘉兴");
        Files.writeString(folder.resolve("list.jte"), "<a href=\"/clauses/五(二)\">330402</a>");
        Files.writeString(folder.resolve("V999__codes.sql"), "update x set code = 'area_sqm' where place = 'Nanhu';");
        Files.writeString(folder.resolve("Code.java"), "\"JX%d\".formatted(year)");
        Files.writeString(
                folder.resolve("SpaceKind.java"), "DEMONSTRATION(\"示范推进型\"), \"投资促进型\", \"专业服务型\", MAKER(\"创客孵化类\")");
        assertThat(namedIn(folder, known))
                .contains(
                        "Match.java names \"award-match\"",
                        "Match.java names 嘉兴",
                        "list.jte names 五(二)",
                        "list.jte names 330402",
                        "V999__codes.sql names 'area_sqm'",
                        "V999__codes.sql names Nanhu",
                        "Code.java names \"JX",
                        "SpaceKind.java names 示范推进型",
                        "SpaceKind.java names 投资促进型",
                        "SpaceKind.java names 专业服务型",
                        "SpaceKind.java names 创客孵化类");
        // What an earlier release says stands.
        Files.copy(MIGRATIONS.resolve("V12__award.sql"), folder.resolve("V998__again.sql"));
        assertThat(namedIn(folder, known)).contains("V998__again.sql names 五(二)-5");
    }
}
