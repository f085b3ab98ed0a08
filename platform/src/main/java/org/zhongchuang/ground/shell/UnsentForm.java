package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.zhongchuang.engine.Text;

/**
 * A form that arrived after its sender's session had ended, before they proved once more who they are, or once too
 * often. Files are not kept; numbers by which a person or a bank account is known are never kept in clear.
 *
 * @param login whose session it was; nobody else gets it back
 * @param sealed fields with such numbers, their values sealed
 * @param files the fields for which files must be chosen again
 */
public record UnsentForm(
        String login,
        String path,
        ArrayList<Field> fields,
        ArrayList<Field> sealed,
        ArrayList<String> files,
        Instant keptAt)
        implements Serializable {

    static final String KEPT = "kept-form";
    private static final List<String> NOT_KEPT = List.of("_csrf", "password", "old", "again", "code");
    private static final int MOST_FIELDS = 300;
    private static final int MOST_CHARACTERS = 100_000;
    /** Identity numbers, and what is as long as numbers of bank accounts. */
    private static final Pattern NUMBER_OF_SOMEBODY =
            Pattern.compile("(?<![0-9A-Za-z])[0-9]([ -]?[0-9]){13,29}[Xx]?(?![0-9A-Za-z])");

    /** What the most frequent fields are called on their pages; another one is shown with its name in the form. */
    private static final Map<String, Text> LABELS = Map.ofEntries(
            Map.entry("name", Text.of("名称或姓名", "Name")),
            Map.entry("openedOn", Text.of("对外运营日期", "Open since")),
            Map.entry("contact", Text.of("联系方式", "Contact")),
            Map.entry("grounds", Text.of("异议理由", "Grounds of the objection")),
            Map.entry("address", Text.of("地址", "Address")),
            Map.entry("introduction", Text.of("简介", "Introduction")),
            Map.entry("opinion", Text.of("意见", "Opinion")),
            Map.entry("notes", Text.of("记录", "Notes")),
            Map.entry("reasons", Text.of("理由", "Reasons")),
            Map.entry("comment", Text.of("评审意见", "Comment")),
            Map.entry("resolution", Text.of("审定意见", "Resolution")),
            Map.entry("reply", Text.of("答复", "Reply")));

    /** One field as typed. */
    public record Field(String name, String value) implements Serializable {

        public Text label() {
            return LABELS.getOrDefault(name, Text.of("所填内容（" + name + "）", "Field " + name));
        }

        /** Whether a reader would know it: choices and identifiers are sent again without being shown. */
        public boolean isWritten() {
            return LABELS.containsKey(name);
        }
    }

    /** The form as it was sent, without numbers of somebody; empty when it is larger than any that a person types. */
    static Optional<UnsentForm> of(String login, HttpServletRequest request, Instant now) {
        var fields = fields(request);
        var characters = fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        if (fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(new UnsentForm(
                login,
                request.getRequestURI(),
                new ArrayList<>(fields.stream()
                        .filter(field -> isKept(field) && !isNumber(field))
                        .toList()),
                new ArrayList<>(),
                files(request),
                now));
    }

    /** The fields with numbers by which a person or a bank account is known. */
    static List<Field> numbers(HttpServletRequest request) {
        return fields(request).stream()
                .filter(field -> isKept(field) && isNumber(field))
                .toList();
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(field -> Stream.of(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    private static ArrayList<String> files(HttpServletRequest request) {
        var sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return sent == null
                ? new ArrayList<>()
                : new ArrayList<>(sent.getMultiFileMap().entrySet().stream()
                        .filter(field -> field.getValue().stream().anyMatch(file -> !file.isEmpty()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static boolean isKept(Field field) {
        return !NOT_KEPT.contains(field.name());
    }

    private static boolean isNumber(Field field) {
        return NUMBER_OF_SOMEBODY.matcher(field.value()).find();
    }
}
