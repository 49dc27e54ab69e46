/* What a view shows of one layer: norms, dead units, histograms. */
#include <string.h>

#include "elementary.h"
#include "trainer.h"

/* Calls visit(value, context) for each number of a row-major matrix, the padding left out. */
typedef void visitor(float value, void *context);

static void visit_rows(const float *values, int32_t rows, const sl_layer *layer, visitor *visit,
                       void *context)
{
    for (int32_t i = 0; i < rows; i++)
        for (int32_t j = 0; j < layer->units; j++)
            visit(values[(ptrdiff_t)i * layer->ld + j], context);
}

/* The layer's activations over the training samples, block by block. */
static void visit_activations(sl_trainer *trainer, const sl_layer *layer, visitor *visit,
                              void *context)
{
    for (int32_t start = 0; start < trainer->training; start += SL_BLOCK) {
        int32_t count = sl_block_from(start, trainer->training);
        sl_network_infer(&trainer->network, trainer->x + (ptrdiff_t)start * SL_INPUTS, count);
        visit_rows(layer->act, count, layer, visit, context);
    }
}

static void visit_quantity(sl_trainer *trainer, sl_quantity quantity, const sl_layer *layer,
                           visitor *visit, void *context)
{
    const float *block =
        quantity == SL_GRADIENTS ? trainer->network.grads : trainer->network.params;
    if (quantity == SL_ACTIVATIONS)
        visit_activations(trainer, layer, visit, context);
    else
        visit_rows(block + layer->kernel, layer->inputs, layer, visit, context);
}

/* ---------------------------------------------------------------- norms */

static void add_square(float value, void *sum)
{
    *(double *)sum += (double)value * (double)value;
}

static double norm(const float *values, int32_t rows, const sl_layer *layer)
{
    double sum = 0.0;
    visit_rows(values, rows, layer, add_square, &sum);
    return sl_sqrt(sum);
}

void sl_trainer_norms(const sl_trainer *trainer, sl_norms *norms, int32_t layer)
{
    const sl_layer *asked = &trainer->network.layer[layer];
    const float *params = trainer->network.params, *grads = trainer->network.grads;
    *norms = (sl_norms){
        norm(params + asked->kernel, asked->inputs, asked), norm(params + asked->bias, 1, asked),
        norm(grads + asked->kernel, asked->inputs, asked), norm(grads + asked->bias, 1, asked)};
}

/* ---------------------------------------------------------------- dead units */

typedef struct alive_search {
    float first[SL_MAX_UNITS];
    bool alive[SL_MAX_UNITS];
    int32_t units, seen; /* numbers so far: unit after unit, sample after sample */
} alive_search;

static void compare_with_first(float value, void *context)
{
    alive_search *search = context;
    int32_t unit = search->seen % search->units;
    if (search->seen++ < search->units)
        search->first[unit] = value;
    else if (value != search->first[unit])
        search->alive[unit] = true;
}

int32_t sl_trainer_dead_units(sl_trainer *trainer, uint8_t *dead, int32_t layer)
{
    const sl_layer *asked = &trainer->network.layer[layer];
    alive_search search = {.units = asked->units};
    int32_t count = 0;
    visit_activations(trainer, asked, compare_with_first, &search);
    for (int32_t j = 0; j < asked->units; j++) {
        count += !search.alive[j];
        if (dead) dead[j] = !search.alive[j];
    }
    return count;
}

/* ---------------------------------------------------------------- histograms */

typedef struct binning {
    double low, high;
    uint32_t *counts;
    int32_t bins;
    bool any;
} binning;

static void widen(float value, void *context)
{
    binning *b = context;
    if (!b->any || value < b->low) b->low = value;
    if (!b->any || value > b->high) b->high = value;
    b->any = true;
}

static void count(float value, void *context)
{
    binning *b = context;
    double width = b->high - b->low, share = width > 0 ? (value - b->low) / width : 0.0;
    int32_t bin = share >= 1.0 ? b->bins - 1 : share > 0.0 ? (int32_t)(share * b->bins) : 0;
    b->counts[bin]++;
}

void sl_trainer_histogram(sl_trainer *trainer, uint32_t *counts, double *range,
                          sl_quantity quantity, int32_t layer, int32_t bins)
{
    const sl_layer *asked = &trainer->network.layer[layer];
    binning b = {.counts = counts, .bins = bins};
    memset(counts, 0, (size_t)bins * sizeof *counts);
    visit_quantity(trainer, quantity, asked, widen, &b);
    visit_quantity(trainer, quantity, asked, count, &b);
    range[0] = b.low;
    range[1] = b.high;
}
