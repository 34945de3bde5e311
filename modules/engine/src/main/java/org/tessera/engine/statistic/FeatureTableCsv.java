// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

/** Feature tables as CSV: header {@code image,row,column,<statistics>}, a line a slice, an empty field where undefined. */
public final class FeatureTableCsv {
    private static final List<String> KEYS = List.of("image", "row", "column");

    private FeatureTableCsv() {}

    /** The table as text; numbers with 17 significant digits, so that they read back to the last bit. */
    public static String write(FeatureTable table) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            List<String> header = new ArrayList<>(KEYS);
            header.addAll(table.statistics());
            csv.writeRecord(header);
            for (int i = 0; i < table.slices().size(); i++) {
                SliceRef slice = table.slices().get(i);
                List<String> fields = new ArrayList<>();
                fields.add(table.images().get(slice.image()));
                fields.add(Integer.toString(slice.row()));
                fields.add(Integer.toString(slice.column()));
                for (int column = 0; column < table.statistics().size(); column++) {
                    fields.add(number(table.values().get(i, column)));
                }
                csv.writeRecord(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : new BigDecimal(value).round(new MathContext(17)).toString();
    }

    /**
     * Reads a table; columns that hold no number at all (a class, say) are left out.
     *
     * @throws ProblemException if the file cannot be read or is no feature table, with the line
     */
    public static FeatureTable read(Path file) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<List<String>> records = new ArrayList<>();
            csv.forEach(record -> records.add(record.getFields()));
            return parse(file, records);
        } catch (NoSuchFileException e) {
            throw new ProblemException("There is no file " + file + "; check the path.", e);
        } catch (MalformedInputException | CsvParseException e) {
            throw new ProblemException(file + " is not a CSV file in UTF-8; export it as one.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException("Cannot read " + file + "; check that it is a readable CSV file in UTF-8.", e);
        }
    }

    private static FeatureTable parse(Path file, List<List<String>> records) {
        if (records.isEmpty() || !records.get(0).containsAll(KEYS)) {
            throw new ProblemException(file + " is not a feature table; its first line must name image, row, column and"
                    + " the statistics.");
        }
        List<String> header = records.get(0);
        List<List<String>> lines = records.subList(1, records.size());
        if (lines.isEmpty()) {
            throw new ProblemException(file + " has no slices below its header; export the table again.");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).size() != header.size()) {
                throw new ProblemException("Line " + (i + 2) + " of " + file + " has "
                        + lines.get(i).size() + " fields, the header " + header.size() + "; mend that line.");
            }
        }
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            int its = column;
            if (!KEYS.contains(header.get(column)) && lines.stream().anyMatch(line -> isNumber(line.get(its)))) {
                columns.add(column);
            }
        }
        return fill(file, header, lines, columns);
    }

    private static boolean isNumber(String field) {
        try {
            return Double.isFinite(Double.parseDouble(field));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static FeatureTable fill(Path file, List<String> header, List<List<String>> lines, List<Integer> columns) {
        Map<String, Integer> images = new LinkedHashMap<>();
        List<SliceRef> slices = new ArrayList<>();
        Set<SliceRef> seen = new HashSet<>();
        Matrix values = new Matrix(lines.size(), columns.size());
        for (int i = 0; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            String where = "Line " + (i + 2) + " of " + file + ": ";
            int image = images.computeIfAbsent(line.get(header.indexOf("image")), name -> images.size());
            SliceRef slice = new SliceRef(
                    image,
                    Numbers.whole(where + "the row", line.get(header.indexOf("row")), 0, Integer.MAX_VALUE),
                    Numbers.whole(where + "the column", line.get(header.indexOf("column")), 0, Integer.MAX_VALUE));
            if (!seen.add(slice)) {
                throw new ProblemException(where + "this slice stands in the table twice; remove one.");
            }
            slices.add(slice);
            for (int c = 0; c < columns.size(); c++) {
                String field = line.get(columns.get(c));
                if (!isNumber(field) && !field.isBlank() && !field.equalsIgnoreCase("nan")) {
                    throw new ProblemException(where + "\"" + field + "\" under " + header.get(columns.get(c))
                            + " is no number; mend it or leave it empty.");
                }
                values.set(i, c, isNumber(field) ? Double.parseDouble(field) : Double.NaN);
            }
        }
        return new FeatureTable(
                List.copyOf(images.keySet()), columns.stream().map(header::get).toList(), slices, values);
    }
}
