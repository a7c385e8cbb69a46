package com.acme

import dev.longhaul.annotations.LongRunning
import dev.longhaul.annotations.OnComplete
import dev.longhaul.annotations.OnStart
import dev.longhaul.annotations.State
import dev.longhaul.annotations.Step
import dev.longhaul.annotations.Terminate
import dev.longhaul.runtime.JobContext

/** A job as a user writes it. */
@LongRunning(maxHops = 10)
class CountLines {

    @JvmField @State var files: MutableList<String> = ArrayList()

    @JvmField @State var lines: Long = 0

    /** Has a constructor without arguments, since each has a default. */
    data class Request(var files: List<String> = emptyList())

    @OnStart
    fun start(request: Request) {
        files.addAll(request.files)
    }

    @Step
    fun next(job: JobContext) {
        lines += files.removeAt(0).length
        job.progress(lines, 0)
    }

    @Terminate fun done() = files.isEmpty()

    @OnComplete fun total() = lines
}
