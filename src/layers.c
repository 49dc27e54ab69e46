/* The layers of a trainer's network, and its weights, as a host sees them. */
#include "trainer.h"

int32_t sl_trainer_layers(const sl_trainer *trainer)
{
    return trainer->network.layers;
}

int32_t sl_trainer_layer_inputs(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].inputs;
}

int32_t sl_trainer_layer_units(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].units;
}

sl_activation sl_trainer_layer_activation(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].activation;
}

bool sl_trainer_layer_batch_norm(const sl_trainer *trainer, int32_t layer)
{
    return trainer->network.layer[layer].batch_norm;
}

int32_t sl_trainer_parameters(const sl_trainer *trainer)
{
    int32_t count = 0;
    for (int32_t l = 0; l < trainer->network.layers; l++)
        count += sl_layer_parameters(&trainer->network.layer[l]);
    return count;
}

int32_t sl_trainer_trainable(const sl_trainer *trainer)
{
    int32_t count = 0;
    for (int32_t l = 0; l < trainer->network.layers; l++)
        count += sl_layer_trainable(&trainer->network.layer[l]);
    return count;
}

void sl_trainer_get_weights(const sl_trainer *trainer, float *weights)
{
    sl_network_unpad(&trainer->network, weights, trainer->network.params);
}

void sl_trainer_set_weights(sl_trainer *trainer, const float *weights)
{
    sl_network_pad(&trainer->network, trainer->network.params, weights);
}

int32_t sl_trainer_rows(const sl_trainer *trainer)
{
    return trainer->network.capacity;
}
