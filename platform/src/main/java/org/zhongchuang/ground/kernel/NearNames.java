package org.zhongchuang.ground.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names among which one is looked for that may be the same written otherwise: with another form of the company behind
 * it, with one character more, less or another, with two changed over, or with characters that sound the same.
 *
 * <p>What only counts, as in 一号 and 二号 or A and B, tells two names apart and makes none alike.
 *
 * @param <T> what has the name
 */
public final class NearNames<T> {

    private static final Pattern FORM = Pattern.compile("(股份|集团)?(有限责任公司|有限公司|公司)(分公司)?$|[(](有限合伙|普通合伙)[)]$");
    private static final Pattern COUNTING = Pattern.compile("[0-9a-z一二三四五六七八九十百零甲乙丙丁戊己庚辛壬癸]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9 ·.()-]*");

    private final int shortest;
    private final boolean bySound;
    private final Map<String, List<Named<T>>> byKey = new HashMap<>();

    private record Named<T>(String core, T what) {}

    /**
     * Names of one kind.
     *
     * @param shortest how many characters a name has at least in which one may be a slip
     */
    public NearNames(int shortest) {
        this(shortest, true);
    }

    /** Without asking how names sound, which takes long where very many are looked through. */
    public static <T> NearNames<T> silent(int shortest) {
        return new NearNames<>(shortest, false);
    }

    private NearNames(int shortest, boolean bySound) {
        this.shortest = shortest;
        this.bySound = bySound;
    }

    public void add(String name, T what) {
        var core = core(name);
        for (var key : keys(core)) {
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Named<>(core, what));
        }
    }

    /** Whatever has a name that may be this one, and those that have it in its plain form. */
    public Set<T> near(String name) {
        var core = core(name);
        var found = new LinkedHashSet<T>();
        for (var key : keys(core)) {
            for (var one : byKey.getOrDefault(key, List.of())) {
                if (isNear(core, one.core())) {
                    found.add(one.what());
                }
            }
        }
        return found;
    }

    /** A name in its plain form without the form of a company. */
    public static String core(String name) {
        var plain = PlainForm.ofName(name);
        var core = FORM.matcher(plain).replaceFirst("");
        return core.isEmpty() ? plain : core;
    }

    private List<String> keys(String core) {
        var keys = new ArrayList<String>();
        keys.add(core);
        if (bySound && !LATIN.matcher(core).matches()) {
            keys.add("~" + sound(core));
        }
        for (int i = 0; i < core.length() && core.length() >= shortest; i++) {
            keys.add(core.substring(0, i) + core.substring(i + 1));
        }
        return keys.stream().distinct().toList();
    }

    private static String sound(String core) {
        return Spoken.syllables(core);
    }

    private boolean isNear(String one, String other) {
        var most = Math.min(one.length(), other.length());
        var before = 0;
        while (before < most && one.charAt(before) == other.charAt(before)) {
            before++;
        }
        var after = 0;
        while (after < most - before
                && one.charAt(one.length() - 1 - after) == other.charAt(other.length() - 1 - after)) {
            after++;
        }
        var left = one.substring(before, one.length() - after);
        var right = other.substring(before, other.length() - after);
        if (isCounting(left) && isCounting(right)) {
            return left.equals(right);
        }
        return (left.length() <= 1 && right.length() <= 1 && Math.max(one.length(), other.length()) >= shortest)
                || isTurned(left, right)
                || (bySound && sound(one).equals(sound(other)));
    }

    private static boolean isCounting(String part) {
        return part.isEmpty() || COUNTING.matcher(part).matches();
    }

    private static boolean isTurned(String one, String other) {
        return one.length() == 2
                && other.length() == 2
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0);
    }
}
