package org.zhongchuang.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhongchuang.engine.Text;

/**
 * A form that arrived after its sender's session had ended. Files are not kept, nor numbers by which a person or a bank
 * account is known.
 *
 * @param login whose session it was; nobody else gets it back
 */
public record UnsentForm(String login, String path, ArrayList<Field> fields) implements Serializable {

    static final String KEPT = "unsent-form";
    private static final List<String> NOT_KEPT = List.of("_csrf", "password", "old", "again", "code");
    private static final int MOST_FIELDS = 300;
    private static final int MOST_CHARACTERS = 100_000;
    /** Identity numbers, and what is as long as numbers of bank accounts. */
    private static final Pattern NUMBER_OF_SOMEBODY =
            Pattern.compile("(?<![0-9A-Za-z])[0-9]([ -]?[0-9]){13,29}[Xx]?(?![0-9A-Za-z])");

    /** What the fields people lose most are called. */
    private static final Map<String, Text> LABELS = Map.of(
            "name", Text.of("名称或姓名", "Name"),
            "openedOn", Text.of("对外运营日期", "Open since"),
            "address", Text.of("地址", "Address"),
            "introduction", Text.of("简介", "Introduction"),
            "opinion", Text.of("意见", "Opinion"),
            "notes", Text.of("记录", "Notes"),
            "reasons", Text.of("理由", "Reasons"),
            "comment", Text.of("评审意见", "Comment"),
            "resolution", Text.of("审定意见", "Resolution"),
            "reply", Text.of("答复", "Reply"));

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

    /** The form as it was sent; empty when it is larger than any that a person types. */
    static Optional<UnsentForm> of(String login, HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        var characters = 0;
        for (var field : request.getParameterMap().entrySet()) {
            for (var value : field.getValue()) {
                characters += field.getKey().length() + value.length();
                if (fields.size() == MOST_FIELDS || characters > MOST_CHARACTERS) {
                    return Optional.empty();
                }
                if (isKept(field.getKey(), value)) {
                    fields.add(new Field(field.getKey(), value));
                }
            }
        }
        return Optional.of(new UnsentForm(login, request.getRequestURI(), fields));
    }

    private static boolean isKept(String name, String value) {
        return !NOT_KEPT.contains(name) && !NUMBER_OF_SOMEBODY.matcher(value).find();
    }
}
