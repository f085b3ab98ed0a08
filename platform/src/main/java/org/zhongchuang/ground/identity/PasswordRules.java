package org.zhongchuang.ground.identity;

import com.codahale.passpol.BreachDatabase;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Offices;

/**
 * Which passwords are refused: those that are guessed first.
 *
 * <p>No kind of character is asked for, none is forbidden, and a password is kept as long as nothing speaks against it.
 */
@Component
public class PasswordRules {

    /** In characters as people count them: a Chinese one is one. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 256;

    /** What stays of a password without the words that everybody here knows must still be this long. */
    private static final int SHORTEST_OF_OWN = 8;

    /** Whoever guesses wrongly five times waits a quarter of an hour; so many guesses are out of reach. */
    private static final int FEWEST_GUESSES_LOG10 = 8;

    /** Guesses are estimated for this much of a password: the estimate takes time that grows with its square. */
    private static final int ESTIMATED = 64;

    private static final List<String> WORDS_OF_THE_PRODUCT =
            List.of("zhongchuang", "众创空间", "众创", "makerspace", "password", "密码");

    // Both read lists of words, which takes longer than a start should wait for them.
    private final SingletonSupplier<Zxcvbn> estimate = SingletonSupplier.of(Zxcvbn::new);
    private final SingletonSupplier<BreachDatabase> breached = SingletonSupplier.of(BreachDatabase::top100K);

    private final Offices offices;

    PasswordRules(Offices offices) {
        this.offices = offices;
    }

    /** Why a password is refused. */
    public enum Reason {
        SHORT(
                "密码至少" + SHORTEST + "个字符（汉字也算一个字符）。",
                "A password has at least " + SHORTEST + " characters (a Chinese character is one)."),
        LONG("密码最多" + LONGEST + "个字符。", "A password has at most " + LONGEST + " characters."),
        OWN_WORDS(
                "密码里除了账号、姓名、单位和系统的名称，几乎没有别的内容。请换一个。",
                "Besides your account, name, organisation or the name of this system there is hardly anything in it. Choose another."),
        COMMON(
                "这个密码太容易被猜到，或者已在别处泄露过。几个互不相干的词连起来就很好。",
                "This password is guessed too easily, or known from a breach elsewhere. A few unrelated words in a row do well.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** Why that password is refused; {@code own} are words known of its owner. */
    public Optional<Reason> against(String password, List<String> own) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Reason.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Reason.LONG);
        }
        var words = Stream.of(own, WORDS_OF_THE_PRODUCT, offices.namesOfTheCity())
                .flatMap(List::stream)
                .map(word -> word.toLowerCase(Locale.ROOT).strip())
                .filter(word -> word.length() > 1)
                .toList();
        if (without(words, password.toLowerCase(Locale.ROOT)) < SHORTEST_OF_OWN) {
            return Optional.of(Reason.OWN_WORDS);
        }
        return isCommon(password, words) ? Optional.of(Reason.COMMON) : Optional.empty();
    }

    private static int without(List<String> words, String password) {
        var rest = password;
        for (var word : words) {
            rest = rest.replace(word, "");
        }
        return rest.codePointCount(0, rest.length());
    }

    private boolean isCommon(String password, List<String> words) {
        try {
            var known = breached.obtain();
            if (known.contains(password) || known.contains(password.toLowerCase(Locale.ROOT))) {
                return true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var head = password.substring(
                0, password.offsetByCodePoints(0, Math.min(ESTIMATED, password.codePointCount(0, password.length()))));
        return estimate.obtain().measure(head, words).getGuessesLog10() < FEWEST_GUESSES_LOG10;
    }
}
