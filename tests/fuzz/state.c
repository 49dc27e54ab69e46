/* Any bytes as a saved model: they are refused with a status, or make a trainer that can be used.
 * Built twice: with FUZZ_CHECKSUM the bytes' checksum is put right first, so that what lies behind
 * it is reached. */
#include "../crc32.h"
#include "fuzz.h"

enum { STEPS = 6 };

/* Every question that a host asks of a trainer. */
static void ask(sl_trainer *trainer)
{
    const int32_t parameters = sl_trainer_parameters(trainer),
                  last = sl_trainer_layers(trainer) - 1;
    const int32_t classes = sl_trainer_layer_units(trainer, last);
    float *weights = malloc((size_t)parameters * sizeof *weights);
    uint32_t *confusion = malloc((size_t)(classes * classes) * sizeof *confusion), counts[8];
    sl_score scores[SL_MAX_CLASSES + 3];
    double loss, accuracy, range[2];

    sl_trainer_get_weights(trainer, weights);
    sl_trainer_evaluate(trainer, false, &loss, &accuracy, confusion);
    PROMISE(accuracy >= 0 && accuracy <= 1);
    PROMISE(sl_classification_scores(scores, confusion, classes, true) == SL_OK);
    for (int32_t layer = 0; layer <= last; layer++) {
        sl_norms norms;
        sl_trainer_norms(trainer, &norms, layer);
        PROMISE(sl_trainer_dead_units(trainer, NULL, layer) <=
                sl_trainer_layer_units(trainer, layer));
        for (int quantity = SL_WEIGHTS; quantity <= SL_ACTIVATIONS; quantity++)
            sl_trainer_histogram(trainer, counts, range, (sl_quantity)quantity, layer, 8);
    }
    free(weights);
    free(confusion);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    uint8_t *file = malloc(size + 1);
    sl_trainer *trainer;
    memcpy(file, bytes, size);
#ifdef FUZZ_CHECKSUM
    put_checksum_right(file, size);
#endif
    sl_status status = sl_trainer_load(file, size, &trainer);
    free(file);
    PROMISE((status == SL_OK) == (trainer != NULL));
    if (!trainer) return 0;

    ask(trainer);
    goes_on_from_its_bytes(trainer, STEPS);
    ask(trainer);
    sl_trainer_reset(trainer);
    sl_trainer_train(trainer, 1);
    sl_trainer_free(trainer);
    return 0;
}
