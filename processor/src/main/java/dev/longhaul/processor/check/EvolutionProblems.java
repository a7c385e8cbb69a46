package dev.longhaul.processor.check;

import static dev.longhaul.processor.problem.Problem.error;
import static dev.longhaul.processor.problem.Problem.note;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.List;

/** The messages about a state that other versions of the job have stored: what it is, the rule, and what to do. */
final class EvolutionProblems {

    private EvolutionProblems() {}

    /** A former name that no field can have had. */
    static Problem formerNameInvalid(Located<String> former, String field) {
        return error(
                ProblemId.StateFormerNameUnusable,
                "\"" + former.value() + "\" is no name of a field, and formerly has the names that " + field
                        + " had. Write the name as it was in the source.",
                former);
    }

    /** A former name that belongs to a field already. */
    static Problem formerNameTaken(Located<String> former, String field, String owner) {
        String name = former.value();
        String rule = owner.equals(name)
                ? " is the present name of " + (owner.equals(field) ? "this field" : "a field")
                : " is a former name of " + (owner.equals(field) ? "it twice" : owner + " too");
        return error(
                ProblemId.StateFormerNameUnusable,
                "\"" + name + "\", a former name of " + field + "," + rule
                        + ", and what is stored under a name belongs to one field. Take it out of formerly"
                        + (owner.equals(name) && !owner.equals(field) ? ", or rename " + owner + "." : "."),
                former);
    }

    /** A field that is said to be dropped, and is there. */
    static Problem droppedIsThere(Located<String> dropped) {
        return error(
                ProblemId.StateFormerNameUnusable,
                "dropped names " + dropped.value()
                        + ", which is a @State field, and it has those that are not there any more."
                        + " Take the name out of dropped, or remove the field.",
                dropped);
    }

    /**
     * A field that the deployed version saves has no successor.
     *
     * @param field its name there, with the type around it where it is a part
     * @param form what is stored
     * @param owner what has no field of the name
     * @param candidates new fields that could be its successors
     */
    static Problem stateLost(Located<?> where, String field, String form, String owner, List<String> candidates) {
        String name = field.substring(field.indexOf('.') + 1);
        return error(
                ProblemId.StateIncompatible,
                "the deployed version saves " + field + " (" + form + "), and " + owner
                        + " has no field of that name, so that chains in flight would lose it. Say @State(formerly = \""
                        + name + "\") on the field that has its place"
                        + (candidates.isEmpty() ? "" : ", " + String.join(" or ", candidates) + " perhaps")
                        + ", or @LongRunning(dropped = \"" + field + "\") where nothing needs it any more.",
                where);
    }

    /**
     * A field is read in another way than the deployed version stores it.
     *
     * @param path the way to it from the field
     * @param reason what would happen to what is stored
     * @param name the name that it is stored under, with the type around it where it is a part
     * @param codable whether it can have a codec
     */
    static Problem stateChanged(
            Located<?> where,
            String path,
            String deployed,
            String present,
            String reason,
            String name,
            boolean codable) {
        return error(
                ProblemId.StateIncompatible,
                "the state \"" + path + "\" is read as " + present + ", and the deployed version stores "
                        + deployed + ": " + reason + ". Keep " + deployed
                        + (codable ? ", give the field a codec that reads it, @State(codec = ...)," : ",")
                        + " or take another name and say @LongRunning(dropped = \"" + name + "\").",
                where);
    }

    /** Two stored fields would be one. */
    static Problem stateMerged(Located<?> where, String path, List<String> names) {
        return error(
                ProblemId.StateIncompatible,
                "the state \"" + path + "\" has the names " + String.join(" and ", names)
                        + ", and the deployed version saves a field under each of them. Give the field a name that no"
                        + " deployed one has.",
                where);
    }

    /** A codec reads what another version has stored: it has to know how. */
    static Problem codecReads(Located<?> where, String path, String deployed, String codec) {
        return note(
                ProblemId.StateIncompatible,
                "the state \"" + path + "\" is read by " + codec + ", and the deployed version stores " + deployed
                        + ": the codec is given that too, and has to read it",
                where);
    }

    /** The folder of deployed forms knows nothing of a job. */
    static Problem notDeployed(Located<String> job, String name) {
        return note(
                ProblemId.StateIncompatible,
                name + " is taken for a new job: no form in the folder of -Alonghaul.deployed has that name",
                job);
    }
}
