package dev.longhaul.runtime.state;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the text of a document. Long documents that stand in it are kept as they are and copied once, at the end: a record
 * is little more than the state in it.
 */
final class DocumentText extends Writer {

    private final StringBuilder text;
    private final List<String> pieces = new ArrayList<>();

    /**
     * An empty text.
     *
     * @param buffer where it is collected; its content is dropped
     */
    DocumentText(StringBuilder buffer) {
        buffer.setLength(0);
        text = buffer;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
    }

    @Override
    public void write(String characters, int offset, int length) {
        text.append(characters, offset, offset + length);
    }

    /** Adds a text that is copied at the end. */
    void splice(String piece) {
        endPiece();
        pieces.add(piece);
    }

    /** All of it, once. */
    String finish() {
        if (pieces.isEmpty()) {
            return text.toString();
        }
        endPiece();
        return String.join("", pieces);
    }

    private void endPiece() {
        pieces.add(text.toString());
        text.setLength(0);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
