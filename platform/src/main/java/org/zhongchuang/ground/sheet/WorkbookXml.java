package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.sheet.CellText.Format;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/**
 * What a workbook says about all its sheets, read from its parts within their bounds.
 *
 * @param firstSheet the relation to the first sheet in the order of the workbook that is not hidden
 * @param from1904 whether its days are counted from 1904, as old Macintosh editions did
 */
record WorkbookXml(String firstSheet, boolean from1904) {

    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_TEXTS = 1_000_000;
    private static final int MOST_CHARACTERS = 16_000_000;
    private static final int MOST_FORMATS = 65_536;

    static WorkbookXml read(InputStream part) throws IOException, XMLStreamException, Unreadable {
        var sheets = new ArrayList<String>();
        var from1904 = false;
        try (var xml = new SheetXml(part)) {
            var seen = 0;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "workbookPr" ->
                        from1904 = Set.of("1", "true").contains(String.valueOf(xml.attribute("date1904")));
                    case "sheet" -> {
                        seen++;
                        var state = xml.attribute("state");
                        if (state == null || state.equals("visible")) {
                            sheets.add(String.valueOf(xml.attributeOfAnyNamespace("id")));
                        }
                    }
                    default -> {}
                }
                if (seen > MOST_SHEETS) {
                    throw Unreadable.tooMuch();
                }
            }
        }
        if (sheets.isEmpty()) {
            throw noSheet();
        }
        return new WorkbookXml(sheets.getFirst(), from1904);
    }

    static Unreadable noSheet() {
        return new Unreadable(Text.of("Excel文件里没有工作表。", "The Excel file has no sheet."));
    }

    /** The texts that cells refer to by their number. */
    static List<String> texts(@Nullable InputStream part) throws IOException, XMLStreamException, Unreadable {
        var texts = new ArrayList<String>();
        if (part == null) {
            return texts;
        }
        var characters = 0;
        try (var xml = new SheetXml(part)) {
            while (xml.nextElement()) {
                if (xml.name().equals("si")) {
                    var text = xml.text();
                    characters += text.length();
                    if (texts.size() == MOST_TEXTS || characters > MOST_CHARACTERS) {
                        throw Unreadable.tooMuch();
                    }
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** How each style of cells shows a number, in the order in which cells refer to them. */
    static List<Format> formats(@Nullable InputStream part) throws IOException, XMLStreamException {
        var formats = new ArrayList<Format>();
        if (part == null) {
            return formats;
        }
        Map<Integer, String> written = new HashMap<>();
        try (var xml = new SheetXml(part)) {
            while (xml.nextElement()) {
                if (xml.name().equals("numFmt") && written.size() < MOST_FORMATS) {
                    written.put(id(xml), String.valueOf(xml.attribute("formatCode")));
                } else if (xml.name().equals("cellXfs")) {
                    while (xml.nextElementIn("cellXfs")) {
                        if (xml.name().equals("xf") && formats.size() < MOST_FORMATS) {
                            formats.add(CellText.format(id(xml), written.get(id(xml))));
                        }
                    }
                }
            }
        }
        return formats;
    }

    private static int id(SheetXml xml) {
        var id = xml.attribute("numFmtId");
        return id != null && id.matches("[0-9]{1,6}") ? Integer.parseInt(id) : 0;
    }
}
