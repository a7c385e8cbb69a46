package dev.longhaul.processor.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longhaul.processor.model.StateField;
import java.util.List;
import java.util.zip.CRC32;

/** A short name for the names and types of the state: another one when a field comes, goes or changes its type. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(List<StateField> states) {
        CRC32 sum = new CRC32();
        states.stream()
                // As the compiler writes a type, without blanks: chains that live have fingerprints of that.
                .map(field ->
                        field.name() + ":" + field.shape().type().toString().replace(", ", ",") + ";")
                .sorted()
                .forEach(line -> sum.update(line.getBytes(UTF_8)));
        // With the bit above the 32 of the sum, for its leading zeros.
        return Long.toHexString(sum.getValue() | 1L << 32).substring(1);
    }
}
