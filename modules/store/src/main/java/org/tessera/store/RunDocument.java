// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked and what came of it, as one JSON object. Whole numbers and fractions stay what they are.
 *
 * @param parameters typed values in order
 * @param scores those that are defined
 * @param clusterSizes by label
 * @param explainedVarianceRatio of each PCA component
 * @param warnings sentences for the user
 * @param timingsMillis step to milliseconds, in order
 */
record RunDocument(
        Map<String, @Nullable Object> parameters,
        Map<String, Double> scores,
        List<Integer> clusterSizes,
        List<Double> explainedVarianceRatio,
        List<String> warnings,
        Map<String, Double> timingsMillis) {
    private static final JsonFactory FACTORY = new JsonFactory();

    static RunDocument empty() {
        return new RunDocument(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new LinkedHashMap<>());
    }

    String write() {
        StringWriter text = new StringWriter(1500);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("parameters");
            writeMap(json, parameters);
            json.writeFieldName("scores");
            writeMap(json, scores);
            json.writeFieldName("cluster_sizes");
            writeList(json, clusterSizes);
            json.writeFieldName("explained_variance_ratio");
            writeList(json, explainedVarianceRatio);
            json.writeFieldName("warnings");
            writeList(json, warnings);
            json.writeFieldName("timings_ms");
            writeMap(json, timingsMillis);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be written", e);
        }
        return text.toString();
    }

    /** Parameters alone. */
    static String writeParameters(Map<String, @Nullable Object> parameters) {
        StringWriter text = new StringWriter(500);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writeMap(json, parameters);
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be written", e);
        }
        return text.toString();
    }

    private static void writeMap(JsonGenerator json, Map<String, ? extends @Nullable Object> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, ? extends @Nullable Object> entry : map.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, List<?> list) throws IOException {
        json.writeStartArray();
        for (Object value : list) {
            writeValue(json, value);
        }
        json.writeEndArray();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else if (value instanceof Integer whole) {
            json.writeNumber(whole);
        } else if (value instanceof Double real) {
            json.writeNumber(real);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof List<?> list) {
            writeList(json, list);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("not a parameter: " + value.getClass());
        }
    }

    /** @throws StoreException if it is not what {@link #write} writes */
    static RunDocument read(String text) {
        return read(text, new Shared());
    }

    /** As {@link #read(String)}, equal texts and lists of parameters being those of {@code shared}. */
    static RunDocument read(String text, Shared shared) {
        try (JsonParser json = FACTORY.createParser(text)) {
            RunDocument read = empty();
            require(json.nextToken() == JsonToken.START_OBJECT);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "parameters" -> readMap(json, read.parameters, shared);
                    case "scores" -> readNumbers(json, read.scores);
                    case "cluster_sizes" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            read.clusterSizes.add(json.getIntValue());
                        }
                    }
                    case "explained_variance_ratio" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            read.explainedVarianceRatio.add(json.getDoubleValue());
                        }
                    }
                    case "warnings" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            read.warnings.add(json.getText());
                        }
                    }
                    case "timings_ms" -> readNumbers(json, read.timingsMillis);
                    default -> json.skipChildren();
                }
            }
            return read;
        } catch (IOException | IllegalStateException e) {
            throw new StoreException("The record of a run is damaged; restore the store from a backup.", e);
        }
    }

    /** @throws StoreException if it is not what {@link #writeParameters} writes */
    static Map<String, @Nullable Object> readParameters(String text) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(text)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            readMap(json, parameters, new Shared());
            return parameters;
        } catch (IOException | IllegalStateException e) {
            throw new StoreException("The plan of a sweep is damaged; restore the store from a backup.", e);
        }
    }

    private static void readNumbers(JsonParser json, Map<String, Double> into) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            into.put(name, json.getDoubleValue());
        }
    }

    private static void readMap(JsonParser json, Map<String, @Nullable Object> into, Shared shared) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            into.put(name, value(json, shared));
        }
    }

    private static @Nullable Object value(JsonParser json, Shared shared) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> (Object) json.getDoubleValue();
            case VALUE_TRUE -> (Object) true;
            case VALUE_FALSE -> (Object) false;
            case VALUE_STRING -> shared.one(json.getText());
            case START_ARRAY -> {
                List<String> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(json.getText());
                }
                yield shared.one(List.copyOf(list));
            }
            default -> null;
        };
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalStateException("not an object");
        }
    }
}
