// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a pixel measures, in the order of trust: OME-XML ({@code Pixels}' {@code PhysicalSizeX}), the metadata of
 * FEI / Thermo Fisher microscopes ({@code PixelWidth}, metres), ImageJ's ({@code unit=} beside the resolution), the
 * resolution of TIFF itself. A resolution of 1200 dots an inch or less, such as the usual 72 or 300, is one of printing and
 * says nothing of the sample.
 */
final class Calibration {
    private static final int[] FEI = {34680, 34682};
    private static final Pattern FEI_WIDTH = Pattern.compile("(?m)^\\s*PixelWidth\\s*=\\s*([-+.0-9eE]+)");
    private static final Pattern FEI_HEIGHT = Pattern.compile("(?m)^\\s*PixelHeight\\s*=\\s*([-+.0-9eE]+)");
    private static final Pattern IMAGEJ_UNIT = Pattern.compile("(?m)^unit=(.+)$");
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;
    private static final double MICROMETRES_AN_INCH = 25_400;
    private static final double MICROMETRES_A_CENTIMETRE = 10_000;
    private static final double MOST_DOTS_PRINTED = 1200;

    private Calibration() {}

    /**
     * Of a page.
     *
     * @param first the first directory of the file, which alone carries OME's metadata
     * @param page the directory of the page
     */
    static Optional<PixelSize> of(TiffDirectory first, TiffDirectory page) {
        String text = first.text(TiffDirectory.DESCRIPTION);
        if (text.contains("<OME")) {
            return ome(text);
        }
        for (int tag : FEI) {
            Optional<PixelSize> size = fei(page.text(tag));
            if (size.isPresent()) {
                return size;
            }
        }
        OptionalDouble across = page.ratio(TiffDirectory.X_RESOLUTION);
        OptionalDouble down = page.ratio(TiffDirectory.Y_RESOLUTION);
        double wide = across.orElse(0);
        double high = down.orElse(wide);
        if (text.startsWith("ImageJ=")) {
            Matcher unit = IMAGEJ_UNIT.matcher(text);
            double length = unit.find() ? micrometres(unit.group(1).strip()) : 0;
            return size(length / wide, length / high);
        }
        double unit =
                switch ((int) page.first(TiffDirectory.RESOLUTION_UNIT, INCH)) {
                    case INCH -> MICROMETRES_AN_INCH;
                    case CENTIMETRE -> MICROMETRES_A_CENTIMETRE;
                    default -> 0;
                };
        boolean printing = wide * MICROMETRES_AN_INCH / unit <= MOST_DOTS_PRINTED;
        return printing ? Optional.empty() : size(unit / wide, unit / high);
    }

    private static Optional<PixelSize> fei(String metadata) {
        Matcher width = FEI_WIDTH.matcher(metadata);
        Matcher height = FEI_HEIGHT.matcher(metadata);
        return width.find()
                ? size(1e6 * number(width.group(1)), 1e6 * number(height.find() ? height.group(1) : width.group(1)))
                : Optional.empty();
    }

    private static Optional<PixelSize> ome(String xml) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Pixels")) {
                    double width = length(reader, "PhysicalSizeX");
                    double height = length(reader, "PhysicalSizeY");
                    return size(width, height > 0 ? height : width);
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static double length(XMLStreamReader reader, String attribute) {
        String unit = attribute(reader, attribute + "Unit");
        return number(attribute(reader, attribute)) * (unit == null ? 1 : micrometres(unit));
    }

    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Optional<PixelSize> size(double width, double height) {
        return PixelSize.isLength(width) && PixelSize.isLength(height)
                ? Optional.of(new PixelSize(width, height))
                : Optional.empty();
    }

    /** Of a unit of length in one of its spellings; 0 for any other, such as {@code pixel}. */
    private static double micrometres(String unit) {
        String plain = unit.replace("\\u00B5", "u").replace('µ', 'u').replace('μ', 'u');
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "um", "micron", "microns", "micrometer", "micrometre" -> 1;
            case "nm", "nanometer", "nanometre" -> 1e-3;
            case "å", "angstrom" -> 1e-4;
            case "pm" -> 1e-6;
            case "mm", "millimeter", "millimetre" -> 1e3;
            case "cm" -> MICROMETRES_A_CENTIMETRE;
            case "m", "meter", "metre" -> 1e6;
            case "inch", "in" -> MICROMETRES_AN_INCH;
            default -> 0;
        };
    }
}
