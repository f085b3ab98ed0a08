package org.zhongchuang.outside.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Encoding;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.population.Columns;
import org.zhongchuang.outside.command.Commands.BadInput;

/**
 * A population in a CSV file (UTF-8, with a header) or a Parquet file, read in batches: a column for each fact, named
 * as the fact is, and any other column to group by.
 */
final class PopulationFile {

    private static final int BATCH = 65_536;

    private final Rules rules;
    private final Codes codes;
    private final Optional<String> by;
    private final Batches batches;
    private final LongConsumer progress;
    /** The groups in the order in which they appear, each with its number. */
    private final Map<String, Integer> groups = new LinkedHashMap<>();

    private int[] columnOfFact = new int[0];
    private int columnOfGroup = -1;
    private Columns columns;
    private int[] group = new int[0];
    private int filled;
    private long rows;

    /** Takes a batch. */
    interface Batches {
        void take(Columns columns, int[] group);
    }

    PopulationFile(Rules rules, Optional<String> by, Batches batches, LongConsumer progress) {
        this.rules = rules;
        this.codes = rules.codes().copy();
        this.columns = new Columns(0, 0, codes);
        this.by = by;
        this.batches = batches;
        this.progress = progress;
    }

    Map<String, Integer> groups() {
        return groups;
    }

    /** Reads the whole file and returns how many subjects there were. */
    long read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("读不到文件 / cannot read: " + file);
        }
        try {
            if (file.toString().endsWith(".parquet")) {
                parquet(file);
            } else {
                csv(file);
            }
        } catch (CsvParseException e) {
            throw new BadInput("CSV 有误 / the CSV cannot be read: " + e.getMessage());
        } catch (UncheckedIOException | IOException e) {
            var cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
            throw new BadInput(
                    cause instanceof MalformedInputException
                            ? "文件须为UTF-8 / the file must be UTF-8"
                            : "读不到文件 / cannot read: " + file);
        }
        flush();
        return rows;
    }

    private void csv(Path file) throws IOException {
        try (var reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(Files.newBufferedReader(file))) {
            CsvRecord header = null;
            for (var record : reader) {
                if (header == null) {
                    header = record;
                    columns(record.getFields().stream()
                            .map(name -> name.replace("\uFEFF", "").strip())
                            .toList());
                } else {
                    for (int slot = 0; slot < columnOfFact.length; slot++) {
                        if (columnOfFact[slot] >= 0) {
                            put(slot, record.getField(columnOfFact[slot]));
                        }
                    }
                    next(columnOfGroup < 0 ? "" : record.getField(columnOfGroup));
                }
            }
            if (header == null) {
                throw new BadInput("文件是空的 / the file is empty");
            }
        }
    }

    private void parquet(Path file) throws IOException {
        try (var reader = ParquetFileReader.open(InputFile.of(file))) {
            columns(reader.getFileSchema().getColumns().stream()
                    .map(column -> column.name())
                    .toList());
            try (RowReader row = reader.rowReader()) {
                while (row.hasNext()) {
                    row.next();
                    for (int slot = 0; slot < columnOfFact.length; slot++) {
                        if (columnOfFact[slot] >= 0) {
                            put(slot, text(row, columnOfFact[slot]));
                        }
                    }
                    next(columnOfGroup < 0 ? "" : String.valueOf(text(row, columnOfGroup)));
                }
            }
        } catch (UnsupportedOperationException _) {
            throw new BadInput(
                    "Parquet 的压缩方式不支持，请用 snappy 或不压缩 / unsupported compression; write the Parquet file with snappy or none");
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new BadInput("Parquet 有误 / the Parquet file cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable String text(RowReader row, int column) {
        var value = row.isNull(column) ? null : row.getValue(column);
        return value == null ? null : value.toString();
    }

    /** Finds the facts' columns in the header. */
    private void columns(List<String> header) {
        columnOfFact = new int[rules.facts().size()];
        for (int slot = 0; slot < columnOfFact.length; slot++) {
            var fact = rules.facts().get(slot);
            columnOfFact[slot] = header.indexOf(fact.id());
            if (columnOfFact[slot] < 0 && !fact.optional()) {
                throw new BadInput("缺少列 / a column is missing: %s（需要 / needed: %s；文件中 / in the file: %s）"
                        .formatted(
                                fact.id(), rules.facts().stream().map(Fact::id).toList(), header));
            }
        }
        columnOfGroup = header.indexOf(by.orElse("county"));
        if (by.isPresent() && columnOfGroup < 0) {
            throw new BadInput("没有分组的列 / no column to group by: " + by.get());
        }
        begin();
    }

    private void begin() {
        columns = new Columns(columnOfFact.length, BATCH, codes);
        group = new int[BATCH];
        filled = 0;
    }

    private void put(int slot, @Nullable String written) {
        if (written != null && !written.isEmpty()) {
            try {
                columns.set(slot, filled, Encoding.encode(rules.facts().get(slot), written, codes));
            } catch (FactProblem e) {
                throw new BadInput("第 %d 行 / row %d：%s".formatted(rows + 1, rows + 1, e.getMessage()));
            }
        }
    }

    private void next(String groupName) {
        group[filled] = groups.computeIfAbsent(groupName, _ -> groups.size());
        filled++;
        rows++;
        if (filled == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (filled > 0) {
            batches.take(columns.first(filled), Arrays.copyOf(group, filled));
            progress.accept(rows);
            begin();
        }
    }
}
