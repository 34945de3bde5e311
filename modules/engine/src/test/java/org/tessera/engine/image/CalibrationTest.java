// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final Percentage CLOSE = Percentage.withPercentage(1e-9);

    private final Map<Integer, TiffDirectory.Value> tags = new HashMap<>();

    private Optional<PixelSize> size() {
        TiffDirectory directory = new TiffDirectory(ByteOrder.LITTLE_ENDIAN, tags);
        return Calibration.of(directory, directory);
    }

    private void text(int tag, String value) {
        tags.put(tag, new TiffDirectory.Value(2, ByteBuffer.wrap((value + "\0").getBytes(StandardCharsets.UTF_8))));
    }

    private void resolution(int unit, int numerator, int denominator) {
        ByteBuffer ratio = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        ratio.putInt(0, numerator).putInt(4, denominator);
        tags.put(TiffDirectory.X_RESOLUTION, new TiffDirectory.Value(5, ratio));
        tags.put(TiffDirectory.Y_RESOLUTION, new TiffDirectory.Value(5, ratio));
        ByteBuffer one = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        tags.put(TiffDirectory.RESOLUTION_UNIT, new TiffDirectory.Value(3, one.putShort(0, (short) unit)));
    }

    @ParameterizedTest
    @CsvSource({"µm,0.25", "nm,0.00025", "mm,250", "Å,0.000025"})
    void omeXmlSaysLengthAndUnit(String unit, double micrometres) {
        text(TiffDirectory.DESCRIPTION, """
                <?xml version="1.0" encoding="UTF-8"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">
                <Image ID="Image:0"><Pixels ID="Pixels:0" PhysicalSizeX="0.25" PhysicalSizeXUnit="%s"
                PhysicalSizeY="0.5" PhysicalSizeYUnit="%s"/></Image></OME>""".formatted(unit, unit));

        assertThat(size().orElseThrow().width()).isCloseTo(micrometres, CLOSE);
        assertThat(size().orElseThrow().height()).isCloseTo(2 * micrometres, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<OME><Pixels PhysicalSizeX=\"abc\"/></OME>",
                "<OME><Pixels PhysicalSizeX=\"0\"/></OME>",
                "<OME><Pixels PhysicalSizeX=\"1\" PhysicalSizeXUnit=\"pixel\"/></OME>",
                "<OME><broken",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OME>&e;</OME>"
            })
    void whatSaysNothingIsUnknown(String xml) {
        text(TiffDirectory.DESCRIPTION, xml);

        assertThat(size()).isEmpty();
    }

    @Test
    void anElectronMicroscopesOwnMetadataIsInMetres() {
        text(34682, "[User]\r\nDate=10/27/2018\r\n[Scan]\r\nPixelWidth=1.25e-009\r\nPixelHeight=1.25e-009\r\n");

        assertThat(size().orElseThrow().width()).isCloseTo(0.00125, CLOSE);
        assertThat(size().orElseThrow().text()).isEqualTo("1.25 nm");
    }

    @Test
    void imageJsUnitIsThatOfTheResolution() {
        text(TiffDirectory.DESCRIPTION, "ImageJ=1.53t\nunit=micron\nmin=0.0\n");
        resolution(1, 4, 1);

        assertThat(size().orElseThrow().width()).isCloseTo(0.25, CLOSE);
    }

    @Test
    void theResolutionOfTiffItselfIsTakenIfItIsNotOneOfPrinting() {
        resolution(3, 10_000, 1);

        assertThat(size().orElseThrow().width()).isCloseTo(1, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"2,72", "2,300", "2,1200", "3,118", "1,1"})
    void aResolutionOfPrintingSaysNothing(int unit, int dots) {
        resolution(unit, dots, 1);

        assertThat(size()).isEmpty();
    }
}
