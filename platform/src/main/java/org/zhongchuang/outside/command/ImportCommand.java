package org.zhongchuang.outside.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhongchuang.law.document.DocumentFile;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Remark;
import org.zhongchuang.law.document.Skeleton;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

/** Makes the beginning of a pack of a document, in a folder of its own. */
final class ImportCommand {

    private ImportCommand() {}

    static int run(Line line, PrintStream out) {
        var file = Path.of(line.word(2, "FILE"));
        var folder = Path.of(line.word(3, "FOLDER"));
        var read = read(file);
        var skeleton = Skeleton.of(
                read,
                Optional.of(folder.toAbsolutePath().normalize().getFileName())
                        .map(Path::toString)
                        .filter(name -> Skeleton.ID.matcher(name).matches()));
        write(skeleton, folder);
        if (line.has("json")) {
            out.println(Json.write(Map.of(
                    "pack",
                    skeleton.id(),
                    "files",
                    new TreeMap<>(skeleton.files()).keySet(),
                    "remarks",
                    read.remarks().stream().map(ImportCommand::told).toList())));
        } else {
            read.remarks()
                    .forEach(remark -> out.printf(
                            "? %d: %s / %s%n",
                            remark.line(), remark.what().zh(), remark.what().en()));
            out.printf(
                    "%s ✓ %s %s%n%d 个部分、共 %d 段，写入 %s / parts, passages, written to%n",
                    skeleton.id(),
                    read.number().map(Object::toString).orElse("—"),
                    read.title(),
                    read.sections().size(),
                    read.all().count(),
                    folder);
        }
        return Commands.DONE;
    }

    private static Map<String, Object> told(Remark remark) {
        return Map.of(
                "line",
                remark.line(),
                "zh",
                remark.what().zh(),
                "en",
                remark.what().en());
    }

    private static ReadDocument read(Path file) {
        try {
            var name = file.getFileName() == null ? "" : file.getFileName().toString();
            return switch (DocumentFile.read(Files.readAllBytes(file), name)) {
                case DocumentFile.Legible(var text) -> structured(ReadDocument.of(text));
                case DocumentFile.Refused(var why) -> throw new BadInput(why.zh() + " / " + why.en());
            };
        } catch (IOException _) {
            throw new BadInput("读不到文件 / cannot read: " + file);
        }
    }

    private static ReadDocument structured(ReadDocument read) {
        if (!read.hasStructure()) {
            throw new BadInput("没有认出“一、”“（一）”“第一条”“1.”这样的层次 / no structure such as 一、, （一）, 第一条 or 1. was found");
        }
        return read;
    }

    /** Nothing that is there already is written over. */
    private static void write(Skeleton skeleton, Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new BadInput("文件夹已存在且不是空的 / the folder is there and not empty: " + folder);
            }
            for (var file : skeleton.files().entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
