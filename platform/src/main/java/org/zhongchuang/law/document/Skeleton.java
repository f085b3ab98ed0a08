package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.ground.kernel.Spoken;

/**
 * The beginning of a pack, made of a document: what the document says of itself and its clauses. The words are those of
 * the document until somebody says them in words of the city, and each English title is only its place.
 *
 * @param id the pack's
 * @param files the text of each file by its path inside the pack
 */
public record Skeleton(String id, Map<String, String> files) {

    /** What a pack may be called. */
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private static final String WHOLE = "全文";
    private static final Pattern DIVISION = Pattern.compile(".*第[^第]+[编章节]$");
    private static final Pattern LOOSE = Pattern.compile("^(第.+条|\\(.+\\)|\\d+|[①-㉟])(\\[\\d+\\])?$");
    private static final Pattern BASIS = Pattern.compile("《([^》]+)》\\s*[（(]([^《》]{4,40}?号)\\s*[）)]");
    private static final Pattern IN_FORCE =
            Pattern.compile("自\\s*(\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)\\s*起(?:施行|实施|执行|生效)");

    public Skeleton {
        files = Map.copyOf(files);
    }

    /** The skeleton under an id, or under one that is made of the number of the document. */
    public static Skeleton of(ReadDocument read, Optional<String> id) {
        var name = id.orElseGet(() -> named(read));
        var files = new LinkedHashMap<String, String>();
        files.put("pack.yaml", head(name, read));
        files.put("facts.yaml", """
                # 办理时要问的事实，一项一段；没有时写 []。/ What can be known of who applies, one entry each; [] for none.
                []
                """);
        var parts = parts(read);
        for (int i = 0; i < parts.size(); i++) {
            files.put("clauses/%02d.yaml".formatted(i), parts.get(i).yaml());
        }
        files.put(
                "CHANGES.md",
                "# %s%n%n由文件正文生成，尚未核对。/ Made from the text of the document, not yet compared.%n".formatted(name));
        return new Skeleton(name, files);
    }

    private static String named(ReadDocument read) {
        return read.number()
                .map(number -> "%s-%s-%s"
                        .formatted(Spoken.syllables(number.agency()).replace(' ', '-'), number.year(), number.serial())
                        .toLowerCase(Locale.ROOT))
                .filter(name -> ID.matcher(name).matches())
                .orElse("document");
    }

    private static String head(String name, ReadDocument read) {
        var yaml = new StringBuilder(
                "# 由文件正文生成。请核对每一行，并补上英文。/ Made from the text of the document: compare each line, add the English.\n");
        yaml.append("pack: ").append(name).append("\ndocument:\n");
        yaml.append(read.number()
                .map(number -> "  number: " + PackYaml.quoted(number.toString()) + "\n")
                .orElse("  # 没有找到文号，请填写。/ The number was not found: write it.\n  number:\n"));
        yaml.append("  title: ")
                .append(PackYaml.text(
                        read.title(),
                        read.number().map(DocumentNumber::toString).orElse("Document")))
                .append("\n  issuer: ")
                .append(PackYaml.text(read.issuer().orElse(""), read.issuer().orElse("")))
                .append('\n');
        yaml.append(
                read.day()
                        .map(day -> "  issued: %s%n  effectiveFrom: %s%n"
                                .formatted(day, inForce(read).orElse(day)))
                        .orElse(
                                "  # 没有找到成文日期，请写成 2015-12-01 的形式。/ The day was not found: write it as 2015-12-01.\n  issued:\n  effectiveFrom:\n"));
        yaml.append("  history: []\n");
        var bases = bases(read);
        yaml.append(bases.isEmpty() ? "  bases: []\n" : "  bases:\n");
        bases.forEach(one -> yaml.append(one));
        return yaml.append("""
                # 地区：整个城市在前，其余写明上级。不写时用其他文件的地区。
                # Areas: the whole city first, the others with their parent. Left out, those of another document are used.
                #  - { code: "123400", name: { zh: "某市", en: "A city" }, parent: null, unit: { zh: "市科技局", en: "City office" } }
                areas: []
                """).toString();
    }

    private static Optional<LocalDate> inForce(ReadDocument read) {
        return read.all()
                .flatMap(section -> IN_FORCE.matcher(section.words()).results())
                .findFirst()
                .flatMap(found -> Head.day(found.group(1)));
    }

    private static List<String> bases(ReadDocument read) {
        return read.sections().stream()
                .filter(section -> section.id().equals(Section.PREAMBLE))
                .flatMap(section -> BASIS.matcher(section.words()).results())
                .flatMap(found -> DocumentNumber.of(found.group(2)).filter(DocumentNumber::isPlain).stream()
                        .map(number -> basis(number.toString(), found.group(1))))
                .distinct()
                .toList();
    }

    private static String basis(String number, String title) {
        return "    - number: %s%n      title: %s%n".formatted(PackYaml.quoted(number), PackYaml.text(title, number));
    }

    /** Chapters and their like are parts; what belongs to none of them stands in one part for the whole text. */
    private static List<PackYaml> parts(ReadDocument read) {
        var parts = new ArrayList<PackYaml>();
        var loose = new ArrayList<Section>();
        for (var section : read.sections()) {
            if (LOOSE.matcher(section.id()).matches()) {
                loose.add(section);
            } else {
                divide(section, parts);
            }
        }
        if (!loose.isEmpty()) {
            parts.add(PackYaml.of(WHOLE, WHOLE, "The whole text", List.of(), loose));
        }
        return parts;
    }

    private static void divide(Section section, List<PackYaml> parts) {
        var groups = section.children().stream()
                .collect(Collectors.partitioningBy(
                        child -> DIVISION.matcher(child.id()).matches()));
        parts.add(PackYaml.of(
                section.id(),
                section.title(),
                section.english(),
                section.own(),
                groups.getOrDefault(false, List.of())));
        groups.getOrDefault(true, List.of()).forEach(child -> divide(child, parts));
    }

    /** The pack as a folder in a packed file. */
    public byte[] zip() {
        return zip(id, files);
    }

    /** Files as a folder of that name in a packed file. */
    public static byte[] zip(String folder, Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var path : files.keySet().stream().sorted().toList()) {
                var entry = new ZipEntry(folder + "/" + path);
                // The same document gives the same bytes.
                entry.setTimeLocal(LocalDate.EPOCH.plusYears(20).atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(files.getOrDefault(path, "").getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
