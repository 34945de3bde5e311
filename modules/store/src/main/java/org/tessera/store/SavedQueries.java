// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** Conditions on runs that are kept under a name, see {@link RunQuery}. Any thread. */
public final class SavedQueries {
    private final Store store;

    SavedQueries(Store store) {
        this.store = store;
    }

    /** Name to condition, in alphabetical order. */
    public Map<String, String> all() {
        return store.read(SavedQueries::read);
    }

    static Map<String, String> read(Handle handle) {
        Map<String, String> queries = new LinkedHashMap<>();
        handle.createQuery("SELECT name, expression FROM saved_query ORDER BY name")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(query -> queries.put(query.getKey(), query.getValue()));
        return queries;
    }

    /** @throws ProblemException naming the nearest if there is none of that name */
    public String require(String name) {
        Map<String, String> queries = all();
        String expression = queries.get(name);
        if (expression == null) {
            throw new ProblemException("There is no saved query \"" + name + "\". "
                    + (queries.isEmpty()
                            ? "None is saved; \"tessera query save\" saves one."
                            : Suggestion.of(name, List.copyOf(queries.keySet()))));
        }
        return expression;
    }

    /** Saves a condition, in place of one of that name. */
    public void save(String name, String expression, Instant now) {
        if (name.isBlank() || name.length() > 200 || expression.length() > QueryWords.LONGEST) {
            throw new ProblemException(
                    "A saved query has a name of 1 to 200 characters and up to 10,000 characters; shorten it.");
        }
        store.write((handle, change) -> write(handle, name, expression, now));
    }

    static int write(Handle handle, String name, String expression, Instant now) {
        handle.createUpdate("DELETE FROM saved_query WHERE name = :name")
                .bind("name", name)
                .execute();
        return handle.createUpdate(
                        "INSERT INTO saved_query (name, expression, created) VALUES (:name, :expression, :now)")
                .bind("name", name)
                .bind("expression", expression)
                .bind("now", now)
                .execute();
    }

    /** Deletes it, if it is there. */
    public void delete(String name) {
        store.write((handle, change) -> handle.createUpdate("DELETE FROM saved_query WHERE name = :name")
                .bind("name", name)
                .execute());
    }
}
