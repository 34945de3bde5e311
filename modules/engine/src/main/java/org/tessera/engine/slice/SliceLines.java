// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;

/** A CSV file with a line a slice: {@code image,row,column} and more columns, in any order. Immutable. */
public final class SliceLines {
    /** The columns that say which slice. */
    public static final List<String> KEYS = List.of("image", "row", "column");

    private final Path file;
    private final List<String> header;
    private final List<List<String>> lines;
    private final List<String> images;
    private final List<SliceRef> slices;

    private SliceLines(Path file, List<List<String>> records) {
        this.file = file;
        this.header = records.get(0);
        this.lines = records.subList(1, records.size());
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Set<SliceRef> seen = new HashSet<>();
        this.slices = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).size() != header.size()) {
                throw new ProblemException(where(i) + "it has " + lines.get(i).size() + " fields, the header "
                        + header.size() + "; mend that line.");
            }
            SliceRef slice = new SliceRef(
                    numbers.computeIfAbsent(field(i, "image"), name -> numbers.size()),
                    Numbers.whole(where(i) + "the row", field(i, "row"), 0, Integer.MAX_VALUE),
                    Numbers.whole(where(i) + "the column", field(i, "column"), 0, Integer.MAX_VALUE));
            if (!seen.add(slice)) {
                throw new ProblemException(where(i) + "this slice stands in the table twice; remove one.");
            }
            slices.add(slice);
        }
        this.images = List.copyOf(numbers.keySet());
    }

    /**
     * Reads a file.
     *
     * @param what it should be, such as {@code a feature table}
     * @param more what its header must name beside the keys, as said to the user
     * @throws ProblemException if it cannot be read or is no such file, with the line
     */
    public static SliceLines read(Path file, String what, String more) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(record -> records.add(record.getFields()));
        } catch (NoSuchFileException e) {
            throw new ProblemException("There is no file " + file + "; check the path.", e);
        } catch (MalformedInputException | CsvParseException e) {
            throw new ProblemException(file + " is not a CSV file in UTF-8; export it as one.", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException("Cannot read " + file + "; check that it is a readable CSV file in UTF-8.", e);
        }
        if (records.isEmpty() || !records.get(0).containsAll(KEYS)) {
            throw new ProblemException(
                    file + " is not " + what + "; its first line must name image, row, column and " + more + ".");
        }
        if (records.size() == 1) {
            throw new ProblemException(file + " has no slices below its header; export the table again.");
        }
        return new SliceLines(file, records);
    }

    /** Number of lines. */
    public int size() {
        return lines.size();
    }

    /** The columns beside the keys, in the order of the file. */
    public List<String> columns() {
        return header.stream().filter(name -> !KEYS.contains(name)).toList();
    }

    /** Names of the images, in the order in which they come; {@link SliceRef#image} counts in it. */
    public List<String> images() {
        return images;
    }

    /** Which slice each line is of. */
    public List<SliceRef> slices() {
        return List.copyOf(slices);
    }

    /** What stands in a line, from 0, under a column that is there. */
    public String field(int line, String column) {
        return lines.get(line).get(header.indexOf(column));
    }

    /** The beginning of a sentence about a line. */
    public String where(int line) {
        return "Line " + (line + 2) + " of " + file + ": ";
    }
}
