package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.sheet.CellText.Format;
import org.zhongchuang.ground.sheet.SheetReader.RowTaker;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/**
 * The first visible sheet of a file of Excel 97 to 2003, or of WPS in that form, read row by row. It is gone through
 * twice, once for what it says of all sheets and for merged cells, and once for the rows.
 */
final class OldExcelFile {

    private final POIFSFileSystem file;

    OldExcelFile(POIFSFileSystem file) {
        this.file = file;
    }

    /** Hands over each row that the sheet holds, until no more are wanted. */
    void read(RowTaker taker) throws IOException, Unreadable {
        var contents = new Contents();
        walk(contents);
        var sheet = contents.firstVisible();
        var rows = new OldExcelRows(contents.look(), contents.merged(sheet), taker);
        walk(new Walk() {

            @Override
            boolean take(int at, Record record) {
                return at != sheet || rows.take(record);
            }
        });
        rows.end();
    }

    private void walk(Walk walk) throws IOException {
        var request = new HSSFRequest();
        request.addListenerForAllRecords(walk);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, file);
        } catch (HSSFUserException e) {
            throw new IOException(e);
        }
    }

    /** What the rows need to know of the workbook. */
    record Look(@Nullable SSTRecord texts, List<Format> formats, boolean from1904) {}

    /** The records of a file, each with its sheet; those of drawings inside a sheet are left out. */
    private abstract static class Walk extends AbortableHSSFListener {

        /** What stands before the first sheet speaks of all of them. */
        static final int BEFORE_SHEETS = -1;

        private int sheet = BEFORE_SHEETS - 1;
        private int depth;

        /**
         * Takes a record of a sheet; false where no more are wanted.
         *
         * @param at the place of the sheet in the file, from 0
         */
        abstract boolean take(int at, Record record);

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BOFRecord) {
                sheet += depth == 0 ? 1 : 0;
                depth++;
            } else if (record instanceof EOFRecord) {
                depth--;
            } else if (depth == 1 && !take(sheet, record)) {
                return 1;
            }
            return 0;
        }
    }

    private static final class Contents extends Walk {

        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private final Map<Integer, String> written = new HashMap<>();
        private final List<Integer> styles = new ArrayList<>();
        private final Map<Integer, List<CellRangeAddress>> areas = new HashMap<>();
        private @Nullable SSTRecord texts;
        private boolean from1904;

        @Override
        boolean take(int at, Record record) {
            switch (record) {
                case BoundSheetRecord sheet -> sheets.add(sheet);
                case FormatRecord format -> written.put(format.getIndexCode(), format.getFormatString());
                case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
                case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
                case SSTRecord table -> texts = table;
                case MergeCellsRecord some -> {
                    for (int i = 0; i < some.getNumAreas(); i++) {
                        areas.computeIfAbsent(at, _ -> new ArrayList<>()).add(some.getAreaAt(i));
                    }
                }
                default -> {}
            }
            return true;
        }

        /** The place in the file of the sheet that comes first to the eye: sheets can be moved without moving there. */
        int firstVisible() throws Unreadable {
            var first = sheets.stream()
                    .filter(sheet -> !sheet.isHidden() && !sheet.isVeryHidden())
                    .findFirst()
                    .orElseThrow(WorkbookXml::noSheet);
            return List.of(BoundSheetRecord.orderByBofPosition(sheets)).indexOf(first);
        }

        MergedAreas merged(int sheet) throws Unreadable {
            var its = areas.getOrDefault(sheet, List.of());
            if (its.size() > MergedAreas.MOST) {
                throw Unreadable.tooMuch();
            }
            return MergedAreas.of(its);
        }

        Look look() {
            return new Look(
                    texts,
                    styles.stream()
                            .map(id -> CellText.format(id, written.get(id)))
                            .toList(),
                    from1904);
        }
    }
}
