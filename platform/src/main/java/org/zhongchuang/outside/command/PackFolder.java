package org.zhongchuang.outside.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.outside.command.Commands.BadInput;

/** The files of a pack on the disk, as they stand once the amendments beside it are made. */
final class PackFolder {

    private static final String HEAD = "pack.yaml";

    private PackFolder() {}

    private record Amending(Amendment amendment, Map<String, String> files) {}

    /** A pack to be checked; one that amends another is read as that one stands once it holds. */
    static Map<String, String> whole(Path folder) {
        var files = texts(folder);
        var amendment = PackReader.amendment(files);
        if (amendment.isEmpty()) {
            return files;
        }
        var own = amendment.get();
        var amended = folder.toAbsolutePath().normalize().resolveSibling(own.amends());
        if (!Files.isDirectory(amended)) {
            throw new BadInput("找不到它所修改的政策包 / the pack that it amends is not beside it: " + amended);
        }
        var earlier = amending(
                amended, one -> Amendment.ORDER.compare(one, own) < 0 && (own.demonstration() || !one.demonstration()));
        return own.applied(applied(texts(amended), earlier), files);
    }

    /** A pack as it stands on a day; amendments that are invented are left out. */
    static Map<String, String> on(Path folder, Optional<LocalDate> day) {
        if (PackReader.amendment(texts(folder)).isPresent()) {
            return whole(folder);
        }
        var amendments = amending(
                folder,
                one -> !one.demonstration()
                        && day.filter(on -> !on.isBefore(one.document().effectiveFrom()))
                                .isPresent());
        return applied(texts(folder), amendments);
    }

    /** The packs that lie in a folder which is none itself, by name; none where it is a pack. */
    static List<Path> inside(Path folder) {
        demandFolder(folder);
        if (Files.exists(folder.resolve(HEAD))) {
            return List.of();
        }
        try (var inside = Files.list(folder)) {
            return inside.filter(one -> Files.isRegularFile(one.resolve(HEAD)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a pack changes of another one; empty where it changes none, or cannot be read. */
    static Optional<Amendment> amendment(Path folder) {
        try {
            return PackReader.amendment(texts(folder));
        } catch (PackProblem _) {
            return Optional.empty();
        }
    }

    /** The pack of a folder that leads a city: the first by name that has areas and amends no other one. */
    static Path leading(Path folder) {
        return inside(folder).stream()
                .filter(one -> PackReader.leads(texts(one)))
                .findFirst()
                .orElse(folder);
    }

    private static Map<String, String> applied(Map<String, String> files, List<Amending> amendments) {
        var after = files;
        for (var one : amendments) {
            after = one.amendment().applied(after, one.files());
        }
        return after;
    }

    /** The packs beside one that amend it, in the order in which they come to hold. */
    private static List<Amending> amending(Path folder, Predicate<Amendment> which) {
        var pack = folder.toAbsolutePath().normalize();
        try (var beside = Files.list(pack.resolveSibling(""))) {
            return beside.filter(one -> Files.isRegularFile(one.resolve(HEAD)))
                    .map(PackFolder::texts)
                    .flatMap(files -> PackReader.amendment(files).map(one -> new Amending(one, files)).stream())
                    .filter(one -> pack.endsWith(one.amendment().amends()))
                    .filter(one -> which.test(one.amendment()))
                    .sorted(Comparator.comparing(Amending::amendment, Amendment.ORDER))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("没有这个文件夹 / no such folder: " + folder);
        }
    }

    /** The files of a folder that are read, as they lie there. */
    static Map<String, String> texts(Path folder) {
        return texts(folder, name -> name.endsWith(".yaml"));
    }

    /** The same with those that were probably meant to be read. */
    static Map<String, String> meant(Path folder) {
        return texts(folder, PackCheck::isMeant);
    }

    private static Map<String, String> texts(Path folder, Predicate<String> which) {
        demandFolder(folder);
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile)
                    .filter(one -> which.test(one.toString()))
                    .toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (CharacterCodingException _) {
            throw new BadInput("政策包的文件须为UTF-8 / the files of a pack must be UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
