// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Makes one document of what older versions kept of a run in side tables; Flyway reads version and name off the class. */
@SuppressWarnings("checkstyle:TypeName")
final class V5__Details extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        List<Long> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM run WHERE details IS NULL ORDER BY id")) {
            while (rows.next()) {
                runs.add(rows.getLong(1));
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run SET details = ?, parent_id = ?, applied_id = ? WHERE id = ?")) {
            for (long run : runs) {
                RunDocument document = document(connection, run);
                update.setString(1, document.write());
                update.setObject(2, document.parameters().get("parent"), Types.BIGINT);
                update.setObject(3, document.parameters().get("applied"), Types.BIGINT);
                update.setLong(4, run);
                update.executeUpdate();
            }
        }
    }

    private static RunDocument document(Connection connection, long run) throws SQLException {
        RunDocument document = RunDocument.empty();
        each(connection, run, "SELECT name, kind, number_value, text_value FROM run_parameter", "ordinal", row -> {
            double number = row.getDouble(3);
            Double real = row.wasNull() ? null : (Double) number;
            document.parameters().put(row.getString(1), ParameterValue.of(row.getString(2), real, row.getString(4)));
        });
        each(connection, run, "SELECT name, score FROM run_score", "name", row -> document.scores()
                .put(row.getString(1), row.getDouble(2)));
        each(connection, run, "SELECT name, label, number_value FROM run_series", "name, ordinal", row -> {
            double number = row.getDouble(3);
            switch (row.getString(1)) {
                case "cluster_sizes" -> document.clusterSizes().add((int) number);
                case "explained_variance_ratio" ->
                    document.explainedVarianceRatio().add(number);
                default -> document.timingsMillis().put(row.getString(2), number);
            }
        });
        each(connection, run, "SELECT sentence FROM run_warning", "ordinal", row -> document.warnings()
                .add(row.getString(1)));
        return document;
    }

    private interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, long run, String select, String order, RowConsumer consumer)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(select + " WHERE run_id = ? ORDER BY " + order)) {
            statement.setLong(1, run);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        }
    }
}
