package org.zhongchuang.outside.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhongchuang.engine.PackSkeleton;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;
import org.zhongchuang.procedure.amendment.WordsOfPack;

/** Writes a small pack to begin with, each key of it explained, and the schemas by which an editor completes it. */
final class NewPackCommand {

    private NewPackCommand() {}

    static int run(Line line, PrintStream out) {
        var folder = Path.of(line.word(2, "DIR")).toAbsolutePath().normalize();
        var name = folder.getFileName();
        if (name == null || !name.toString().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw new BadInput(
                    "文件夹名即政策包的编号，用字母、数字和 - / the name of the folder is the id of the pack; use letters, digits and -");
        }
        var files = PackSkeleton.of(name.toString(), WordsOfPack.all());
        try {
            demandEmpty(folder);
            for (var file : files.entrySet()) {
                var at = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNullElse(at.getParent(), folder));
                Files.writeString(at, file.getValue());
            }
        } catch (IOException _) {
            throw new BadInput("写不了这个文件夹 / cannot write to the folder: " + folder);
        }
        told(line, folder, files, out);
        return Commands.DONE;
    }

    private static void demandEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput("这是文件，不是文件夹 / this is a file and no folder: " + folder);
        }
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new BadInput("文件夹不是空的 / the folder is not empty: " + folder);
            }
        }
    }

    private static void told(Line line, Path folder, Map<String, String> files, PrintStream out) {
        var written = List.copyOf(files.keySet());
        if (line.has("json")) {
            out.println(Json.write(Map.of("folder", folder.toString(), "files", written)));
            return;
        }
        written.stream().filter(file -> file.endsWith(".yaml")).forEach(out::println);
        out.printf("改好后检查 / change it, then check it: ./zhongchuang policy check %s%n", line.word(2, "DIR"));
    }
}
