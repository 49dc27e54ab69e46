# The core as a bare WebAssembly module: spiral_lab.wasm, without Emscripten's JS. What is exported
# is what src/spiral_lab.h and src/wasm.h mark SL_API, and malloc and free for the host's own arrays.

# Unrolling makes the module a tenth larger and no faster: V8's code is bound by the vector units.
target_compile_options(spiral_lab PRIVATE -msimd128 -fvisibility=hidden -fno-unroll-loops)

# What runs rarely is built small: the download counts too.
set_source_files_properties(
    src/batch_norm.c src/dataset.c src/elementary.c src/evaluate.c src/generators.c src/grid.c
    src/inputs.c src/inspect.c src/layers.c src/loss.c src/metrics.c src/network.c src/predict.c
    src/progress.c src/random.c src/regularize.c src/report.c src/schedule.c src/settings.c
    src/sha256.c src/state.c src/status.c src/train.c src/trainer.c src/wasm.c src/watch.c
    PROPERTIES COMPILE_OPTIONS -Oz)

# Fixed memory, so that typed-array views never go stale; the largest trainer (SL_MAX_MEGABYTES), a
# second one while it is being replaced, and the host's arrays fit. TOTAL_STACK is the name that
# Emscripten before 3.1.25 knows; STACK_SIZE the one since.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(stack_size TOTAL_STACK)
else()
    set(stack_size STACK_SIZE)
endif()

set(module_options
    --no-entry
    -sEXPORTED_FUNCTIONS=_malloc,_free
    -sINITIAL_MEMORY=134217728
    -sALLOW_MEMORY_GROWTH=0
    -sABORTING_MALLOC=0
    -sMALLOC=emmalloc
    -s${stack_size}=65536
    -sFILESYSTEM=0)

add_executable(module $<TARGET_OBJECTS:spiral_lab>)
set_target_properties(module PROPERTIES
    OUTPUT_NAME spiral_lab
    SUFFIX .wasm
    LINKER_LANGUAGE C)
target_link_options(module PRIVATE ${module_options})

# One product by itself, for scripts/bench.mjs.
add_executable(bench_products bench/products.c src/gemm.c)
target_include_directories(bench_products PRIVATE src)
target_compile_options(bench_products PRIVATE
    -msimd128 -ffp-contract=off -fno-math-errno -fno-trapping-math -fvisibility=hidden)
set_target_properties(bench_products PROPERTIES OUTPUT_NAME bench_products SUFFIX .wasm)
target_link_options(bench_products PRIVATE ${module_options})
