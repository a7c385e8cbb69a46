package dev.longhaul.processor;

import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** An environment that asks another one whatever it is asked. */
abstract class PassingEnvironment implements ProcessingEnvironment {

    /** The other one, which each keeps where it likes. */
    abstract ProcessingEnvironment real();

    @Override
    public Map<String, String> getOptions() {
        return real().getOptions();
    }

    @Override
    public Messager getMessager() {
        return real().getMessager();
    }

    @Override
    public Filer getFiler() {
        return real().getFiler();
    }

    @Override
    public Elements getElementUtils() {
        return real().getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
        return real().getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return real().getSourceVersion();
    }

    @Override
    public Locale getLocale() {
        return real().getLocale();
    }
}
