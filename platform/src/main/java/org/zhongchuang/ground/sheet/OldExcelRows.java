package org.zhongchuang.ground.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.sheet.CellText.Format;
import org.zhongchuang.ground.sheet.OldExcelFile.Look;
import org.zhongchuang.ground.sheet.SheetReader.RowTaker;

/** Puts the cells of one sheet of an old Excel file together to rows. */
final class OldExcelRows {

    private final Look look;
    private final MergedAreas merged;
    private final RowTaker taker;

    private List<String> cells = new ArrayList<>();
    private int row = -1;
    private boolean wanted = true;

    /** The cell whose formula gave a text, which follows it. */
    private @Nullable FormulaRecord texting;

    OldExcelRows(Look look, MergedAreas merged, RowTaker taker) {
        this.look = look;
        this.merged = merged;
        this.taker = taker;
    }

    /** Takes a record of the sheet; false where no more are wanted. */
    boolean take(Record record) {
        switch (record) {
            case NumberRecord number -> put(number, number(number, number.getValue()));
            case LabelSSTRecord label -> put(label, text(label));
            case LabelRecord label -> put(label, label.getValue());
            case BoolErrRecord one ->
                put(one, one.isBoolean() ? CellText.ofBoolean(one.getBooleanValue()) : error(one.getErrorValue()));
            case FormulaRecord formula -> put(formula, result(formula));
            case StringRecord text -> {
                if (texting != null) {
                    put(texting, text.getString());
                    texting = null;
                }
            }
            default -> {}
        }
        return wanted;
    }

    /** Hands over the last row. */
    void end() {
        if (row >= 0 && wanted) {
            merged.fill(row + 1, cells);
            wanted = taker.take(row + 1, cells);
        }
        row = -1;
        cells = new ArrayList<>();
    }

    private void put(CellValueRecordInterface cell, String text) {
        if (cell.getRow() != row) {
            end();
            row = cell.getRow();
        }
        var place = Math.min(cell.getColumn(), SheetReader.MOST_COLUMNS);
        if (!text.isEmpty()) {
            while (cells.size() <= place) {
                cells.add("");
            }
            cells.set(place, cell.getColumn() == place ? text : "");
        }
    }

    private String text(LabelSSTRecord label) {
        var texts = look.texts();
        return texts == null || label.getSSTIndex() >= texts.getNumUniqueStrings()
                ? ""
                : texts.getString(label.getSSTIndex()).getString();
    }

    private String result(FormulaRecord formula) {
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> number(formula, formula.getValue());
            case BOOLEAN -> CellText.ofBoolean(formula.getCachedBooleanValue());
            case ERROR -> error((byte) formula.getCachedErrorValue());
            case CellType _ -> {
                texting = formula.hasCachedResultString() ? formula : null;
                yield "";
            }
        };
    }

    private String number(CellValueRecordInterface cell, double value) {
        var style = cell.getXFIndex();
        return CellText.ofNumber(
                value,
                style >= 0 && style < look.formats().size() ? look.formats().get(style) : Format.PLAIN,
                look.from1904());
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : FormulaError.VALUE.getString();
    }
}
