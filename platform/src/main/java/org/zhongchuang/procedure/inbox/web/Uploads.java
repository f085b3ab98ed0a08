package org.zhongchuang.procedure.inbox.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.zhongchuang.engine.Text;

/** Files that were chosen in a form: which they are, and how it is told that one was not kept. */
final class Uploads {

    static final Text NONE_CHOSEN = Text.of("请先选择文件。", "Choose a file first.");

    private Uploads() {}

    /** A field in which nothing was chosen is sent with an empty file that has no name. */
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(one -> !one.isEmpty() || !name(one).isEmpty())
                        .toList();
    }

    static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    static Text notKept(String name, Text why) {
        return Text.of("“" + name + "”没有上传：" + why.zh(), "“" + name + "” was not kept: " + why.en());
    }

    static Text together(List<Text> texts) {
        return Text.of(
                texts.stream().map(Text::zh).collect(Collectors.joining()),
                texts.stream().map(Text::en).collect(Collectors.joining(" ")));
    }
}
