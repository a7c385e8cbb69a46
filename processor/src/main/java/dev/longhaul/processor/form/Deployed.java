package dev.longhaul.processor.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms of the states that deployed versions store.
 *
 * @param forms the forms: of a job none, one, or one of each version that is deployed
 */
public record Deployed(List<StateForm> forms) {

    /** How the names of the files end. */
    public static final String ENDING = ".state.json";

    /**
     * Reads all forms in a folder and in the folders in it.
     *
     * @throws FormException where there is no such folder, no form in it, or one that can't be read
     */
    public static Deployed read(String folder) throws FormException {
        Path path;
        try {
            path = Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new FormException("\"" + folder + "\", and no file system has such a path");
        }
        if (!Files.isDirectory(path)) {
            throw new FormException(path + ", and there is " + (Files.exists(path) ? "a file" : "no folder"));
        }
        List<StateForm> forms = new ArrayList<>();
        for (Path file : files(path)) {
            forms.add(form(file));
        }
        if (forms.isEmpty()) {
            throw new FormException(path + ", and no file in it ends with " + ENDING);
        }
        return new Deployed(List.copyOf(new LinkedHashSet<>(forms)));
    }

    /** The forms of a job, by its name: its class may have another name by now. */
    public List<StateForm> of(String job) {
        return forms.stream().filter(form -> form.job().equals(job)).toList();
    }

    private static List<Path> files(Path folder) throws FormException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FormException(folder + ", which can't be read (" + e.getMessage() + ")");
        }
    }

    private static StateForm form(Path file) throws FormException {
        try {
            return FormReader.read(Files.readString(file));
        } catch (FormException e) {
            throw new FormException(file + " in it is no form of a state (" + e.getMessage() + ")");
        } catch (CharacterCodingException e) {
            throw new FormException(file + " in it is no form of a state (it is not UTF-8)");
        } catch (IOException e) {
            throw new FormException(file + " in it can't be read (" + e.getMessage() + ")");
        }
    }
}
