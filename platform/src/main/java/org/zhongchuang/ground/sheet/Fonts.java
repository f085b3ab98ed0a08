package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of printed papers: one that knows the usual characters, and a second for the rare ones of names, which is
 * opened only where it is needed.
 */
enum Fonts {
    NOTO("Noto", "/fonts/NotoSansSC_400Regular.ttf"),
    HANA("Hana", "/fonts/HanaMinB.ttf");

    private static final int SPACE = ' ';

    private final String family;
    private final String place;
    private volatile Optional<BitSet> known = Optional.empty();

    Fonts(String family, String place) {
        this.family = family;
        this.place = place;
    }

    /** As styles name it. */
    String family() {
        return family;
    }

    InputStream open() {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream(place));
    }

    boolean draws(int character) {
        var drawn = known.orElseGet(this::read);
        known = Optional.of(drawn);
        return drawn.get(character);
    }

    private BitSet read() {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(open()))) {
            var drawn = new BitSet();
            var shapes = font.getUnicodeCmapLookup();
            for (int character = SPACE; character <= Character.MAX_CODE_POINT; character++) {
                drawn.set(character, shapes.getGlyphId(character) != 0);
            }
            return drawn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which font draws a character; none where neither does. Controls are not drawn and need none. */
    static Optional<Fonts> of(int character) {
        return Character.getType(character) == Character.CONTROL || NOTO.draws(character)
                ? Optional.of(NOTO)
                : HANA.draws(character) ? Optional.of(HANA) : Optional.empty();
    }

    /**
     * A text in characters that the fonts have: one that only repeats another for the sake of an old encoding is drawn
     * as that other, and what chooses a variant of a character or has no shape at all is left out.
     */
    static String drawable(String text) {
        var drawn = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (of(character).isPresent()) {
                drawn.appendCodePoint(character);
            } else if (!isShapeless(character)) {
                drawn.append(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFC));
            }
        });
        return drawn.toString();
    }

    private static boolean isShapeless(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
