package dev.longhaul.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File names for ids of any kind: readable where they can be, the same for the same id, and never those of another. */
final class FileNames {

    /** Well below the 255 bytes that file systems allow, with room for what is put behind. */
    private static final int LONGEST = 120;

    private FileNames() {}

    /** The name for an id. Letters are only kept in lower case: some file systems don't tell them apart. */
    static String of(String id) {
        StringBuilder name = new StringBuilder("-");
        for (int i = 0; i < id.length() && name.length() <= LONGEST; i++) {
            char c = id.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (plain) {
                name.append(c);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(c));
            }
        }
        return name.length() <= LONGEST ? name.toString() : name.substring(0, LONGEST / 2) + "~" + hash(id);
    }

    private static String hash(String id) {
        try {
            // Unit by unit: an encoding would make all lone surrogates the same.
            StringBuilder units = new StringBuilder();
            id.chars().forEach(unit -> units.append(unit).append(','));
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(units.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
