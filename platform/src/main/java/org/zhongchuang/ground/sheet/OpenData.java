package org.zhongchuang.ground.sheet;

import java.util.List;
import org.zhongchuang.engine.Text;

/** Data that anybody may take away: each module says of its own where they are and what each field means. */
public interface OpenData {

    Dataset dataset();

    /** What a set of data holds, in which forms it is had, and its fields in their order. */
    record Dataset(Text title, Text about, List<Copy> copies, List<Field> fields) {

        public Dataset {
            copies = List.copyOf(copies);
            fields = List.copyOf(fields);
        }
    }

    /** The data in one form, at an address that answers to everybody. */
    record Copy(Text form, String address) {

        public static Copy of(String form, String address) {
            return new Copy(Text.of(form, form), address);
        }
    }

    /** One field: its heading, and what stands there. */
    record Field(Text name, Text means) {

        public static Field of(String zh, String en, String means, String inEnglish) {
            return new Field(Text.of(zh, en), Text.of(means, inEnglish));
        }

        /** The headings of a table with these fields. */
        public static List<Text> names(List<Field> fields) {
            return fields.stream().map(Field::name).toList();
        }
    }
}
