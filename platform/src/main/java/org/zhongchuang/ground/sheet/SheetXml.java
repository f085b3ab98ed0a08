package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/**
 * One XML part of an Excel file, walked element by element. However the part is made, it costs no more than its bounds:
 * neither its length nor one tag or text of it may exceed them.
 */
final class SheetXml implements AutoCloseable {

    /** The most characters a cell may hold, as Excel itself lays down. */
    static final int LONGEST_TEXT = 32_767;

    private final XMLStreamReader xml;
    private final InputStream in;

    SheetXml(InputStream part) throws XMLStreamException {
        // The platform's own factory: what else lies on the class path decides nothing here.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.in = PackageBounds.bounded(part);
        this.xml = factory.createXMLStreamReader(in);
    }

    /** Goes on to the next start of an element; false at the end of the part. */
    boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes on to the next start of an element inside the one called so; false when that one has ended. */
    boolean nextElementIn(String parent) throws XMLStreamException {
        while (xml.hasNext()) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return false;
            }
        }
        return false;
    }

    String name() {
        return xml.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** An attribute whatever its namespace is called: the two editions of the format differ in that alone. */
    @Nullable
    String attributeOfAnyNamespace(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the end of the present element, without that of readings set above it. */
    String text() throws XMLStreamException, Unreadable {
        var text = new StringBuilder();
        var readings = 0;
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    readings += readings > 0 || xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    readings -= readings > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (readings == 0) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                    if (text.length() > LONGEST_TEXT) {
                        throw Unreadable.tooMuch();
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** Whatever the parser stumbles over is told in one way. */
    private int next() throws XMLStreamException {
        try {
            return xml.next();
        } catch (RuntimeException e) {
            throw new XMLStreamException("the part is not well formed", e);
        }
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
        in.close();
    }
}
