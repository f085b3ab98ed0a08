package org.zhongchuang.ground.desk;

import java.util.stream.Stream;
import org.zhongchuang.engine.Text;

/**
 * Something on a desk.
 *
 * @param words what it is, after the number: 笔付款待制单; in English for one and for many, with a bar between them:
 *     {@code payment to make|payments to make}
 * @param address where it is done or seen
 * @param icon the id of an icon in {@code static/vendor/tabler-icons/icons.svg}
 */
public record DeskCard(Kind kind, Pile pile, Text words, String address, String icon) {

    /** Whether something has to be done, or is good to know. */
    public enum Kind {
        TO_DO,
        TO_KNOW
    }

    public DeskCard {
        var forms = words.en().split("\\|", -1);
        if (forms.length > 1) {
            words = Text.of(words.zh(), forms[pile.count() == 1 ? 0 : 1]);
        }
    }

    /** A card for whoever has to do something; none where there is nothing. */
    public static Stream<DeskCard> toDo(Pile pile, Text words, String address, String icon) {
        return card(Kind.TO_DO, pile, words, address, icon);
    }

    /** A card for whoever only wants to know; none where there is nothing. */
    public static Stream<DeskCard> toKnow(Pile pile, Text words, String address, String icon) {
        return card(Kind.TO_KNOW, pile, words, address, icon);
    }

    private static Stream<DeskCard> card(Kind kind, Pile pile, Text words, String address, String icon) {
        return pile.count() == 0 ? Stream.empty() : Stream.of(new DeskCard(kind, pile, words, address, icon));
    }
}
