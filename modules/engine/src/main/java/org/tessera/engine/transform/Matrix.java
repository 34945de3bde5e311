// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.Arrays;

/** A dense matrix of doubles, rows x columns, row-major. Filled once by its maker, then only read. */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /** All zero. */
    public Matrix(int rows, int columns) {
        this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** @param values row-major; not copied */
    public Matrix(int rows, int columns, double[] values) {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(rows + " x " + columns + " from " + values.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[row * columns + column];
    }

    public void set(int row, int column, double value) {
        values[row * columns + column] = value;
    }

    /** A copy, column after column: what the kernels loop over. */
    public double[][] toColumns() {
        double[][] copy = new double[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                copy[column][row] = values[row * columns + column];
            }
        }
        return copy;
    }

    /** A copy, row after row. */
    public double[] toRowMajor() {
        return values.clone();
    }

    /** A copy of the rows {@code from .. to - 1}, row-major. */
    public double[] rowMajor(int from, int to) {
        return Arrays.copyOfRange(values, from * columns, to * columns);
    }

    /** A copy of the first columns. */
    public Matrix leadingColumns(int count) {
        Matrix some = new Matrix(rows, count);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns, some.values, row * count, count);
        }
        return some;
    }

    /** The rows named, in that order. */
    public Matrix selectRows(int[] chosen) {
        Matrix some = new Matrix(chosen.length, columns);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, some.values, i * columns, columns);
        }
        return some;
    }

    /** Equal to the last bit, as {@link Double#equals} has it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " matrix";
    }
}
